/** Tests of answering questions. */
@NullMarked
package io.payscope.apiquestions;

import org.jspecify.annotations.NullMarked;
