/** Manifests, parts and receipts as objects of a store. */
@NullMarked
package io.payscope.wire.dataset;

import org.jspecify.annotations.NullMarked;
