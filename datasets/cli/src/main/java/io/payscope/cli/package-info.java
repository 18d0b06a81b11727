/** The payscope command and its subcommands. */
@NullMarked
package io.payscope.cli;

import org.jspecify.annotations.NullMarked;
