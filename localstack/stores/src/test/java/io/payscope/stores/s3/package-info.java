/** Tests of the S3 endpoint through the AWS SDK. */
@NullMarked
package io.payscope.stores.s3;

import org.jspecify.annotations.NullMarked;
