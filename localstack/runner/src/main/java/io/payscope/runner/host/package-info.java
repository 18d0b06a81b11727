/** The stores process and the functions, as the state machines see them. */
@NullMarked
package io.payscope.runner.host;

import org.jspecify.annotations.NullMarked;
