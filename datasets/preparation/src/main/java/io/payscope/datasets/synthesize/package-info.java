/** Draws the synthetic bank from the prepared banks at hand. */
@NullMarked
package io.payscope.datasets.synthesize;

import org.jspecify.annotations.NullMarked;
