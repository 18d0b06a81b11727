/** The payscope-local command and its subcommands. */
@NullMarked
package io.payscope.runner.command;

import org.jspecify.annotations.NullMarked;
