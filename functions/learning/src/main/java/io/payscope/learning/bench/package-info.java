/** Commands that measure the models against published results and other implementations. */
@NullMarked
package io.payscope.learning.bench;

import org.jspecify.annotations.NullMarked;
