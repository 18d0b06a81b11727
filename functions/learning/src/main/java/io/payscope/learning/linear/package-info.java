/** Logistic regression for banks with few frauds. */
@NullMarked
package io.payscope.learning.linear;

import org.jspecify.annotations.NullMarked;
