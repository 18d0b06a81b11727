/** How far payments have moved from those that a model learned from. */
@NullMarked
package io.payscope.learning.drift;

import org.jspecify.annotations.NullMarked;
