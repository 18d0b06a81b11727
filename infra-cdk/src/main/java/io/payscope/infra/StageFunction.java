package io.payscope.infra;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Function;

/**
 * A stage's Lambda.
 *
 * @param function the Lambda
 * @param alias its published version, which is what others call
 */
record StageFunction(Function function, Alias alias) {}
