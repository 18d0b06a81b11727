/** Boosted trees read from LightGBM's text form and scored in Java. */
@NullMarked
package io.payscope.learning.tree;

import org.jspecify.annotations.NullMarked;
