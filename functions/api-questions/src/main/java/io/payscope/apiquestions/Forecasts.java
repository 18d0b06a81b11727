package io.payscope.apiquestions;

import io.payscope.core.model.BankId;
import java.math.BigDecimal;
import java.util.Optional;

/** The published forecasts. */
public interface Forecasts {

    /** For where no forecasts are connected. */
    Forecasts NONE = (bank, series, days, change) -> Optional.empty();

    /**
     * Sums a series over the days after the bank's newest row.
     *
     * @param days 1 or more
     * @param changePercent by how much a what-if question changes the drivers; 0 for the plain forecast
     * @return empty if there is no forecast of that series, or none so far ahead
     */
    Optional<Outlook> outlook(BankId bank, Series series, int days, BigDecimal changePercent);

    /** What is forecast. */
    enum Series {
        VOLUME,
        AMOUNT,
        FRAUDS
    }

    /**
     * A sum over the days ahead.
     *
     * @param expected the forecast
     * @param lower end of the interval
     * @param upper end of the interval
     * @param model what computed it
     */
    record Outlook(BigDecimal expected, BigDecimal lower, BigDecimal upper, String model) {}
}
