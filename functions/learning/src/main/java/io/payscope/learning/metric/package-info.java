/** How good scores are, measured against labels. */
@NullMarked
package io.payscope.learning.metric;

import org.jspecify.annotations.NullMarked;
