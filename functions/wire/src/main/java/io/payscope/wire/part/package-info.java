/** Canonical parts: gzipped CSV, streamed. */
@NullMarked
package io.payscope.wire.part;

import org.jspecify.annotations.NullMarked;
