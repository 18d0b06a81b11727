/** Claims in memory, and what else the tests of this module share with those that stand on it. */
@NullMarked
package io.payscope.datasets.testing;

import org.jspecify.annotations.NullMarked;
