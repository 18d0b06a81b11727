/** Stand-ins for the object store and its claims, on a folder and in memory. */
@NullMarked
package io.payscope.datasets.testing;

import org.jspecify.annotations.NullMarked;
