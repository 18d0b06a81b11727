/** Measures the service over its HTTP front. */
@NullMarked
package io.payscope.runner.bench;

import org.jspecify.annotations.NullMarked;
