/** Loads parts into the graph. */
@NullMarked
package io.payscope.loadgraph;

import org.jspecify.annotations.NullMarked;
