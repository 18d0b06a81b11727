/** Runs state machines written in the Amazon States Language dialect of this system, in this process. */
@NullMarked
package io.payscope.runner.asl;

import org.jspecify.annotations.NullMarked;
