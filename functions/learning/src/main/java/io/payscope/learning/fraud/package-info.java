/** Fraud models: from rows in time order to a model with its measured quality. */
@NullMarked
package io.payscope.learning.fraud;

import org.jspecify.annotations.NullMarked;
