/** Training rows in memory: float32 features outside the heap, labels and times beside them. */
@NullMarked
package io.payscope.learning.data;

import org.jspecify.annotations.NullMarked;
