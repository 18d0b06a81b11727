/** One run of the pipeline from start to table. */
@NullMarked
package io.payscope.runner.run;

import org.jspecify.annotations.NullMarked;
