package io.payscope.apiquestions;

import io.payscope.core.model.BankId;
import java.math.BigDecimal;

/** Forecasts by the bank's model in use. */
interface Forecasts {

    /** For where no models are. */
    Forecasts NONE = (_, _, _, _) -> new Unavailable("there is no forecast model in use");

    /**
     * Sums a series over the days after the model's history.
     *
     * @param days 1 or more, or 0 for as far as the model looks
     * @param changePercent 0 for the plain forecast; else the steps of the last so many days are taken to have been so
     *     many per cent more, or less if negative, and the model chosen is fitted again
     */
    Outlook outlook(BankId bank, Series series, int days, BigDecimal changePercent);

    /** What is forecast. */
    enum Series {
        VOLUME("volume"),
        AMOUNT("amount"),
        FRAUDS("frauds");

        private final String key;

        Series(String key) {
            this.key = key;
        }

        /** @return its name in the model */
        String key() {
            return key;
        }
    }

    /** What came of it. */
    sealed interface Outlook {}

    /**
     * Sums over the steps ahead, each rounded half up to 4 decimals.
     *
     * @param period the days that the steps lie in
     * @param expected the forecast
     * @param lower sum of the lower edges of the 80 % intervals, so that the sum's own interval is narrower
     * @param upper sum of the upper edges
     * @param changed the forecast after the change, or equal to the forecast without one
     * @param model what computed it
     */
    record Computed(
            Period period, BigDecimal expected, BigDecimal lower, BigDecimal upper, BigDecimal changed, String model)
            implements Outlook {}

    /**
     * There is none.
     *
     * @param reason in words that go on after "not answerable:"
     */
    record Unavailable(String reason) implements Outlook {}
}
