/** Finds the reports of datasets, models and runs in a bucket or folder. */
@NullMarked
package io.payscope.cli.report;

import org.jspecify.annotations.NullMarked;
