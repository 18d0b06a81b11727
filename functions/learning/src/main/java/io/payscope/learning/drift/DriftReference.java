package io.payscope.learning.drift;

import io.payscope.core.model.PayeeKind;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model learned from, as distributions: {@code reference.json} beside its card.
 *
 * @param version of the model
 * @param columns of the training rows: amount, time, channel, kind of payee, and the bank's own numbers
 * @param scores of the test rows, calibrated
 */
public record DriftReference(String version, List<DriftColumn> columns, DriftColumn scores) {

    static final String LOG_AMOUNT = "tx_log_amount";
    static final String HOUR = "tx_hour";
    static final String WEEKDAY = "tx_weekday";
    static final String CHANNEL = "tx_channel";
    static final String PAYEE_KIND = "payee_is_merchant";

    /** Rows looked at, evenly spread over the training part. */
    private static final int MOST_ROWS = 50_000;

    private static final List<String> PAYEE_KINDS = List.of(PayeeKind.ACCOUNT.name(), PayeeKind.MERCHANT.name());

    public DriftReference {
        columns = List.copyOf(columns);
    }

    /**
     * Describes the training part.
     *
     * @param version of the model
     * @param rows in time order
     * @param trainEnd row after the last of the training part
     * @param channels behind the numbers of the feature {@code tx_channel}
     * @param scores of the test rows, calibrated
     */
    public static DriftReference of(
            String version, LabelledRows rows, int trainEnd, List<String> channels, double[] scores) {
        int own = rows.names().size() - FeatureBuilder.COMMON.size();
        List<DriftColumn> columns = new ArrayList<>();
        for (int i = 0; i < rows.names().size(); i++) {
            String name = rows.names().get(i);
            switch (name) {
                case CHANNEL -> columns.add(DriftColumn.ofPlaces(name, channels, column(rows, trainEnd, i)));
                case PAYEE_KIND -> columns.add(DriftColumn.ofPlaces(name, PAYEE_KINDS, column(rows, trainEnd, i)));
                case LOG_AMOUNT, HOUR, WEEKDAY -> columns.add(DriftColumn.ofNumbers(name, column(rows, trainEnd, i)));
                default -> {
                    if (i < own) {
                        columns.add(DriftColumn.ofNumbers(name, column(rows, trainEnd, i)));
                    }
                }
            }
        }
        return new DriftReference(version, columns, DriftColumn.ofNumbers("score", scores));
    }

    private static double[] column(LabelledRows rows, int end, int feature) {
        int step = Math.max(1, end / MOST_ROWS);
        double[] values = new double[(end + step - 1) / step];
        double[] row = new double[rows.names().size()];
        for (int i = 0; i < values.length; i++) {
            rows.features().copy(i * step, row);
            values[i] = row[feature];
        }
        return values;
    }

    /** The place of a kind among the categories, NaN where it is unknown. */
    static double payeeKind(PayeeKind kind) {
        int place = PAYEE_KINDS.indexOf(kind.name());
        return place < 0 ? Double.NaN : place;
    }
}
