/** The Neo4j adapter: constraints, loading and reading of one bank's graph at a time. */
@NullMarked
package io.payscope.graph;

import org.jspecify.annotations.NullMarked;
