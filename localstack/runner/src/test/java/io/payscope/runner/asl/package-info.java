/** Tests of the state machine engine. */
@NullMarked
package io.payscope.runner.asl;

import org.jspecify.annotations.NullMarked;
