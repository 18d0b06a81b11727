/** Writes a bank's documents from ledger and graph and has them embedded. */
@NullMarked
package io.payscope.loadvectors;

import org.jspecify.annotations.NullMarked;
