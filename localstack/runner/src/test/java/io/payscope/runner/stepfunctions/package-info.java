/** Tests of the Step Functions API with its own clients. */
@NullMarked
package io.payscope.runner.stepfunctions;

import org.jspecify.annotations.NullMarked;
