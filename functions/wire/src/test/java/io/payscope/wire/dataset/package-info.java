/** Tests of datasets, and an object store in memory that tests of other modules share. */
@NullMarked
package io.payscope.wire.dataset;

import org.jspecify.annotations.NullMarked;
