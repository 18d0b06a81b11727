/** Loads one part of an upload into the ledger. */
@NullMarked
package io.payscope.loadledger;

import org.jspecify.annotations.NullMarked;
