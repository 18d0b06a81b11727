/** Answers questions about one bank from figures computed by SQL and from its documents. */
@NullMarked
package io.payscope.apiquestions;

import org.jspecify.annotations.NullMarked;
