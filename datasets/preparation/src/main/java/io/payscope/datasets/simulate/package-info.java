/** Writes raw files in the schemas of the original sources, seeded and streamed. */
@NullMarked
package io.payscope.datasets.simulate;

import org.jspecify.annotations.NullMarked;
