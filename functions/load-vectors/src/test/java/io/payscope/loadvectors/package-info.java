/** Holds what documents say and which are kept, and that a question finds the right one. */
@NullMarked
package io.payscope.loadvectors;

import org.jspecify.annotations.NullMarked;
