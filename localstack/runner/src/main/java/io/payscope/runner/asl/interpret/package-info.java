/** Runs the states of a checked definition. */
@NullMarked
package io.payscope.runner.asl.interpret;

import org.jspecify.annotations.NullMarked;
