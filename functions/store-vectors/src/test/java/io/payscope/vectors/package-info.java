/** Holds the vector store against the reference tokenizer and models, and against a Pinecone-compatible server. */
@NullMarked
package io.payscope.vectors;

import org.jspecify.annotations.NullMarked;
