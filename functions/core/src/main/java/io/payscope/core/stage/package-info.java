/** The request and result record of every stage: the contracts between the state machines and the functions. */
@NullMarked
package io.payscope.core.stage;

import org.jspecify.annotations.NullMarked;
