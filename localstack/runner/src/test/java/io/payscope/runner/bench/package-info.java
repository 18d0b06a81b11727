/** Tests of measuring the service. */
@NullMarked
package io.payscope.runner.bench;

import org.jspecify.annotations.NullMarked;
