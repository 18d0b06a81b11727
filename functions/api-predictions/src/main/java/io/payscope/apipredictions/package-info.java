/** Fraud scores, forecasts and what-ifs of trained models, for one bank at a time. */
@NullMarked
package io.payscope.apipredictions;

import org.jspecify.annotations.NullMarked;
