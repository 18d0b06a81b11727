/** Turns a bank's raw files into a prepared dataset, once for each input. */
@NullMarked
package io.payscope.preparedataset;

import org.jspecify.annotations.NullMarked;
