/** Parts of a labelled history, cut by time. */
@NullMarked
package io.payscope.learning.split;

import org.jspecify.annotations.NullMarked;
