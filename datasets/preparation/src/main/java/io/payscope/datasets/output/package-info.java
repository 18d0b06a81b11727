/** Writes canonical parts and their manifest. */
@NullMarked
package io.payscope.datasets.output;

import org.jspecify.annotations.NullMarked;
