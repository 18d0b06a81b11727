/** Tests of the history of executions. */
@NullMarked
package io.payscope.runner.asl.history;

import org.jspecify.annotations.NullMarked;
