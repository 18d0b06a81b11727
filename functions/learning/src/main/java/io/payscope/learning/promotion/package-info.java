/** Whether a new model is good enough to serve: pure rules over measures. */
@NullMarked
package io.payscope.learning.promotion;

import org.jspecify.annotations.NullMarked;
