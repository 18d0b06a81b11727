package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The forecast of one series.
 *
 * @param bankId the bank
 * @param series its name
 * @param modelVersion of the bank's model
 * @param chosen the candidate that forecasts
 * @param points one a step
 * @param backtest its figures by name, such as {@code volumeMase}
 */
public record SeriesForecast(
        BankId bankId,
        String series,
        String modelVersion,
        String chosen,
        List<Point> points,
        Map<String, Double> backtest) {

    public SeriesForecast {
        points = List.copyOf(points);
        backtest = Map.copyOf(backtest);
    }

    /**
     * A step.
     *
     * @param at its first instant
     * @param value expected
     * @param lower80 lower edge of the 80 % interval
     * @param upper80 its upper edge
     * @param lower95 lower edge of the 95 % interval
     * @param upper95 its upper edge
     */
    public record Point(Instant at, double value, double lower80, double upper80, double lower95, double upper95) {}
}
