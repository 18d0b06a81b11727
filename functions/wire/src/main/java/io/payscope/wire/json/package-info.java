/** Strict JSON for contracts, manifests and receipts. */
@NullMarked
package io.payscope.wire.json;

import org.jspecify.annotations.NullMarked;
