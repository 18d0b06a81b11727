/** Brings schema, constraints and index of the stores to this version. */
@NullMarked
package io.payscope.migratestores;

import org.jspecify.annotations.NullMarked;
