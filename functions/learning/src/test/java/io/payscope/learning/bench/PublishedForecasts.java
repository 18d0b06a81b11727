package io.payscope.learning.bench;

import java.util.List;
import java.util.Optional;

/**
 * The reference table that the bench is held against: mean MASE of Prophet's posterior mode and of boosted
 * autoregression, and the coverage of Prophet's 80 % interval, by other implementations on the same origins.
 *
 * @param file name without its ending
 * @param horizon in days
 * @param seasonalNaive mean MASE
 * @param prophet mean MASE
 * @param boosted mean MASE
 * @param coverage of Prophet's 80 % interval
 */
record PublishedForecasts(
        String file, int horizon, double seasonalNaive, double prophet, double boosted, double coverage) {

    private static final List<PublishedForecasts> TABLE = List.of(
            new PublishedForecasts("example_wp_log_peyton_manning", 7, .961, .838, .851, .87),
            new PublishedForecasts("example_wp_log_peyton_manning", 30, 1.126, .766, .987, .91),
            new PublishedForecasts("example_wp_log_R", 7, 1.293, 1.148, 1.054, .81),
            new PublishedForecasts("example_wp_log_R", 30, 1.040, 1.072, .985, .86),
            new PublishedForecasts("example_pedestrians_covid", 7, 1.488, 2.466, 1.621, .46),
            new PublishedForecasts("example_pedestrians_covid", 30, 1.402, 2.719, 1.510, .37),
            new PublishedForecasts("daily_handbook_volume", 7, 1.011, .932, .936, .76),
            new PublishedForecasts("daily_handbook_volume", 30, 1.209, .985, .981, .72),
            new PublishedForecasts("daily_olist_sample_orders", 7, 1.433, 1.050, 1.258, .71),
            new PublishedForecasts("daily_olist_sample_orders", 30, 1.377, 1.129, 1.282, .71),
            new PublishedForecasts("daily_olist_sample_amount", 7, 1.576, 1.030, 1.168, .70),
            new PublishedForecasts("daily_olist_sample_amount", 30, 1.440, 1.186, 1.377, .72));

    /** @return the row of a file and horizon, if there is one */
    static Optional<PublishedForecasts> of(String file, int horizon) {
        return TABLE.stream()
                .filter(row -> row.file.equals(file) && row.horizon == horizon)
                .findFirst();
    }
}
