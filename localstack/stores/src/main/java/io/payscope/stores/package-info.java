/** The stores process of the local tier: PostgreSQL, Neo4j, S3 and a Pinecone-compatible server, run as one. */
@NullMarked
package io.payscope.stores;

import org.jspecify.annotations.NullMarked;
