/** The LocalStack tier: the deployed app against the runner; needs Docker. */
@NullMarked
package io.payscope.runner.localstack;

import org.jspecify.annotations.NullMarked;
