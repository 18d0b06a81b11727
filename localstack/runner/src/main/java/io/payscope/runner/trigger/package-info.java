/** Starts an ingest for every file that appears below the uploads prefix. */
@NullMarked
package io.payscope.runner.trigger;

import org.jspecify.annotations.NullMarked;
