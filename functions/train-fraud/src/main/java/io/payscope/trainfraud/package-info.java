/** The stage that trains a bank's fraud model. */
@NullMarked
package io.payscope.trainfraud;

import org.jspecify.annotations.NullMarked;
