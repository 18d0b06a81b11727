/** Reads a definition and refuses whatever the engine does not implement. */
@NullMarked
package io.payscope.runner.asl.load;

import org.jspecify.annotations.NullMarked;
