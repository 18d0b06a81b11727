/** Recomputes the time buckets that an upload touched. */
@NullMarked
package io.payscope.rollupledger;

import org.jspecify.annotations.NullMarked;
