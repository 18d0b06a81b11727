/** The Step Functions API over HTTP, so that SDKs and the AWS CLI can watch and drive local executions. */
@NullMarked
package io.payscope.runner.stepfunctions;

import org.jspecify.annotations.NullMarked;
