/** Re-checks the hash chain of what lies in a bucket or folder, from raw files to the summary of a run. */
@NullMarked
package io.payscope.cli.verify;

import org.jspecify.annotations.NullMarked;
