/** Tests of the stores process as a whole. */
@NullMarked
package io.payscope.stores;

import org.jspecify.annotations.NullMarked;
