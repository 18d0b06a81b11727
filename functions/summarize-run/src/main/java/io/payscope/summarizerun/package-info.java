/** Decides how a run ended and leaves its summary. */
@NullMarked
package io.payscope.summarizerun;

import org.jspecify.annotations.NullMarked;
