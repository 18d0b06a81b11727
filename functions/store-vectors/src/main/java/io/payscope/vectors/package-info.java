/** The vector store: documents embedded by two encoders and kept in Pinecone. */
@NullMarked
package io.payscope.vectors;

import org.jspecify.annotations.NullMarked;
