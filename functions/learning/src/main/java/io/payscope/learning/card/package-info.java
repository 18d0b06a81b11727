/** What is written beside a model so that it can be understood and loaded. */
@NullMarked
package io.payscope.learning.card;

import org.jspecify.annotations.NullMarked;
