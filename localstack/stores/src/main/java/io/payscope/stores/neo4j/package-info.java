/** Neo4j over a folder that survives restarts and kills. */
@NullMarked
package io.payscope.stores.neo4j;

import org.jspecify.annotations.NullMarked;
