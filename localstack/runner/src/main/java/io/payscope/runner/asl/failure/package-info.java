/** How a definition is refused and how a state fails. */
@NullMarked
package io.payscope.runner.asl.failure;

import org.jspecify.annotations.NullMarked;
