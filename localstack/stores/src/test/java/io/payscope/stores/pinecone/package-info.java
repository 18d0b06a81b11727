/** Tests of the Pinecone-compatible server, most of them through the real client. */
@NullMarked
package io.payscope.stores.pinecone;

import org.jspecify.annotations.NullMarked;
