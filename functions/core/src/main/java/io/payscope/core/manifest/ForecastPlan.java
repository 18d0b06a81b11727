package io.payscope.core.manifest;

import io.payscope.core.model.Grain;

/**
 * How a bank's series are forecast.
 *
 * @param grain length of one step
 * @param seasonLength steps of one season: 24 for hours, 7 for days
 * @param minimumLength steps below which a series is not applicable
 * @param horizon steps to forecast
 */
public record ForecastPlan(Grain grain, int seasonLength, int minimumLength, int horizon) {}
