/** From raw files to prepared datasets: the parts below are put together here. */
@NullMarked
package io.payscope.datasets;

import org.jspecify.annotations.NullMarked;
