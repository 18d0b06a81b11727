/** An S3 endpoint over a folder, whose conditional writes are atomic. */
@NullMarked
package io.payscope.stores.s3;

import org.jspecify.annotations.NullMarked;
