/** Doing an effect once: claims, results and the takeover of a dead run's claim. */
@NullMarked
package io.payscope.core.claim;

import org.jspecify.annotations.NullMarked;
