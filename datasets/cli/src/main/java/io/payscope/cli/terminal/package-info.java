/** What a command shows while it works and when it is done. */
@NullMarked
package io.payscope.cli.terminal;

import org.jspecify.annotations.NullMarked;
