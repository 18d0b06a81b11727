/** The S3 adapter: objects of one bucket, and claims on effects made of them. */
@NullMarked
package io.payscope.objects;

import org.jspecify.annotations.NullMarked;
