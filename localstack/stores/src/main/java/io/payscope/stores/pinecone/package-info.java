/** A server that the Pinecone client takes for Pinecone: exact cosine search, kept in one folder. */
@NullMarked
package io.payscope.stores.pinecone;

import org.jspecify.annotations.NullMarked;
