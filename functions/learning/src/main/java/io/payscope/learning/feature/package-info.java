/** Features of a payment, computed from the payment and from what went before it. */
@NullMarked
package io.payscope.learning.feature;

import org.jspecify.annotations.NullMarked;
