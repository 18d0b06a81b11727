/** Adds up an upload's receipts and closes its claim. */
@NullMarked
package io.payscope.completeupload;

import org.jspecify.annotations.NullMarked;
