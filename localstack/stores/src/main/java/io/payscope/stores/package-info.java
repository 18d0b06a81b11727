/** The stores process of the local tier: starts, joins and stops PostgreSQL, Neo4j, S3 and the Pinecone-compatible server. */
@NullMarked
package io.payscope.stores;

import org.jspecify.annotations.NullMarked;
