/** Holds what the stores hold against what the receipts say. */
@NullMarked
package io.payscope.validatedatasets;

import org.jspecify.annotations.NullMarked;
