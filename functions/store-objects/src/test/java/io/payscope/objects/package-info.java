/** Tests against a real S3 protocol server. */
@NullMarked
package io.payscope.objects;

import org.jspecify.annotations.NullMarked;
