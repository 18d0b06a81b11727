/** Turns an upload, a prepared dataset or an outside file, into canonical parts. */
@NullMarked
package io.payscope.normalizeupload;

import org.jspecify.annotations.NullMarked;
