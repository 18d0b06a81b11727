/** The additive model of Prophet: trend with changes, Fourier seasons and events, fitted to its posterior mode. */
@NullMarked
package io.payscope.learning.forecast.additive;

import org.jspecify.annotations.NullMarked;
