/** Tests of the Neo4j control through the driver. */
@NullMarked
package io.payscope.stores.neo4j;

import org.jspecify.annotations.NullMarked;
