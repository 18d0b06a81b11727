/** Tests of how states are run. */
@NullMarked
package io.payscope.runner.asl.interpret;

import org.jspecify.annotations.NullMarked;
