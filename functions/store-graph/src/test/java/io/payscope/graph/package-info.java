/** Tests against a real Neo4j server. */
@NullMarked
package io.payscope.graph;

import org.jspecify.annotations.NullMarked;
