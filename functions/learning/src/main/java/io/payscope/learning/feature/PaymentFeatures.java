package io.payscope.learning.feature;

import java.util.List;

/** Features of the payment alone. */
final class PaymentFeatures implements FeatureGroup {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int NIGHT_ENDS = 6;
    private static final int SATURDAY = 6;

    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private static final List<FeatureDefinition> DEFINITIONS = List.of(
            new FeatureDefinition("tx_amount", "amount in units of its currency", "the amount"),
            new FeatureDefinition("tx_log_amount", "ln(1 + amount); 0 for a negative amount", "the amount"),
            new FeatureDefinition(
                    "tx_hour", "hour of the day, UTC, with its fraction, from 0 to below 24", "the time of day"),
            new FeatureDefinition("tx_weekday", "1 for Monday to 7 for Sunday, UTC", "the day of the week"),
            new FeatureDefinition("tx_weekend", "1 on Saturday and Sunday, else 0, UTC", "the weekend"),
            new FeatureDefinition("tx_night", "1 from 00:00 to before 07:00, else 0, UTC", "the night"),
            new FeatureDefinition(
                    "tx_channel",
                    "number of the channel in order of first appearance, from 0",
                    "the channel of the payment"),
            new FeatureDefinition(
                    "payee_is_merchant",
                    "1 for a merchant, 0 for an account, missing where unknown",
                    "the kind of the payee"));

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void compute(Moment moment, double[] target, int at) {
        long day = Math.floorDiv(moment.millis(), Windows.DAY_MILLIS);
        long second = Math.floorMod(moment.millis(), Windows.DAY_MILLIS) / 1000;
        int weekday = (int) Math.floorMod(day + WEEKDAY_OF_EPOCH, 7L) + 1;
        int i = at;
        target[i++] = moment.amount();
        target[i++] = moment.log();
        target[i++] = second * 1000.0 / HOUR_MILLIS;
        target[i++] = weekday;
        target[i++] = weekday >= SATURDAY ? 1 : 0;
        target[i++] = second * 1000 / HOUR_MILLIS <= NIGHT_ENDS ? 1 : 0;
        target[i++] = moment.channel();
        target[i] = switch (moment.transaction().payeeKind()) {
            case MERCHANT -> 1;
            case ACCOUNT -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
