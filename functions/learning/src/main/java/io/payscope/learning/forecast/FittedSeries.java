package io.payscope.learning.forecast;

import java.util.List;

/** A model fitted to one series: everything that its forecasts need, so that a reloaded one forecasts the same bits. */
public sealed interface FittedSeries {

    /**
     * Forecasts.
     *
     * @param horizon steps after the end of the history
     * @return one value a step, never below 0: neither counts nor sums of payments are
     */
    double[] forecast(int horizon);

    /**
     * Repeats the last season.
     *
     * @param lastSeason the last values of the history, oldest first
     */
    record SeasonalNaive(List<Double> lastSeason) implements FittedSeries {

        public SeasonalNaive {
            lastSeason = List.copyOf(lastSeason);
        }

        static SeasonalNaive fit(Series series, int seasonLength) {
            double[] values = series.values();
            Double[] season = new Double[seasonLength];
            for (int i = 0; i < seasonLength; i++) {
                season[i] = values[values.length - seasonLength + i];
            }
            return new SeasonalNaive(List.of(season));
        }

        @Override
        public double[] forecast(int horizon) {
            double[] forecast = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                forecast[i] = Math.max(0, lastSeason.get(i % lastSeason.size()));
            }
            return forecast;
        }
    }

    /**
     * A piecewise linear trend and Fourier seasonalities, added up.
     *
     * @param basis the columns that the weights belong to
     * @param weights in units of {@code scale}
     * @param scale largest absolute value of the history
     */
    record Additive(AdditiveBasis basis, List<Double> weights, double scale) implements FittedSeries {

        public Additive {
            weights = List.copyOf(weights);
        }

        @Override
        public double[] forecast(int horizon) {
            double[] row = new double[weights.size()];
            double[] forecast = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                basis.fill(basis.length() + i, row);
                double sum = 0;
                for (int j = 0; j < row.length; j++) {
                    sum += weights.get(j) * row[j];
                }
                forecast[i] = Math.max(0, sum * scale);
            }
            return forecast;
        }
    }
}
