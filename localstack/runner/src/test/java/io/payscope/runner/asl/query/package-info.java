/** Tests of JSONata as Step Functions speaks it. */
@NullMarked
package io.payscope.runner.asl.query;

import org.jspecify.annotations.NullMarked;
