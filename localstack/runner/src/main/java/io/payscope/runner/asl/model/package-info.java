/** A checked state machine definition as records. */
@NullMarked
package io.payscope.runner.asl.model;

import org.jspecify.annotations.NullMarked;
