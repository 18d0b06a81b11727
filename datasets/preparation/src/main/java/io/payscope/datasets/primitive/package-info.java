/** Hashes, tables, texts and encodings over primitives, for rows that are too many to be objects. */
@NullMarked
package io.payscope.datasets.primitive;

import org.jspecify.annotations.NullMarked;
