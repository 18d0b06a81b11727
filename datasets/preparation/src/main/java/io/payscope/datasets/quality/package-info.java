/** Says how far a dataset can be trusted: refused rows, the rules that refused them, distributions, and the report. */
@NullMarked
package io.payscope.datasets.quality;

import org.jspecify.annotations.NullMarked;
