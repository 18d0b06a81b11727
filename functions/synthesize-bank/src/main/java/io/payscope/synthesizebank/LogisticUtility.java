package io.payscope.synthesizebank;

import io.payscope.core.model.BankId;
import io.payscope.datasets.synthesize.CommonSample;
import io.payscope.datasets.synthesize.Utility;
import io.payscope.datasets.synthesize.UtilityMeasure;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.linear.LogisticTrainer;
import io.payscope.learning.metric.Ranking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Trains a logistic regression on the columns that all banks share, once on the older 60 % of the real rows and once on
 * synthetic rows, and tests both on the newer real rows. Memory outside the heap: 44 bytes a row of the samples.
 */
final class LogisticUtility implements UtilityMeasure {

    private static final double TRAIN_SHARE = 0.6;
    private static final double PENALTY = 1;

    /** Frauds without which a part is too small to say anything. */
    private static final int FEWEST_FRAUDS = 5;

    @Override
    public List<Utility> measure(Map<BankId, CommonSample> real, Map<BankId, CommonSample> synthetic) {
        List<CommonSample.Row> allTrain = new ArrayList<>();
        List<CommonSample.Row> allTest = new ArrayList<>();
        List<CommonSample.Row> allSynthetic = new ArrayList<>();
        List<Utility> found = new ArrayList<>();
        for (Map.Entry<BankId, CommonSample> source : real.entrySet()) {
            List<CommonSample.Row> rows = source.getValue().inTimeOrder();
            int cut = (int) (rows.size() * TRAIN_SHARE);
            List<CommonSample.Row> made = synthetic.get(source.getKey()).inTimeOrder();
            add(found, "bank " + source.getKey(), rows.subList(0, cut), rows.subList(cut, rows.size()), made);
            allTrain.addAll(rows.subList(0, cut));
            allTest.addAll(rows.subList(cut, rows.size()));
            allSynthetic.addAll(made);
        }
        List<Utility> measured = new ArrayList<>();
        add(measured, "all", allTrain, allTest, allSynthetic);
        measured.addAll(found);
        return measured;
    }

    private static void add(
            List<Utility> target,
            String scope,
            List<CommonSample.Row> train,
            List<CommonSample.Row> test,
            List<CommonSample.Row> synthetic) {
        if (hasBothClasses(train) && hasBothClasses(test) && hasBothClasses(synthetic)) {
            Ranking byReal = ranked(fitted(train), test);
            Ranking bySynthetic = ranked(fitted(synthetic), test);
            target.add(new Utility(
                    scope,
                    test.size(),
                    frauds(test),
                    frauds(train),
                    frauds(synthetic),
                    round(byReal.averagePrecision()),
                    round(byReal.rocAuc()),
                    round(bySynthetic.averagePrecision()),
                    round(bySynthetic.rocAuc())));
        }
    }

    private static boolean hasBothClasses(List<CommonSample.Row> rows) {
        int frauds = frauds(rows);
        return frauds >= FEWEST_FRAUDS && rows.size() - frauds >= FEWEST_FRAUDS;
    }

    private static int frauds(List<CommonSample.Row> rows) {
        return (int) rows.stream().filter(CommonSample.Row::fraud).count();
    }

    private static LogisticModel fitted(List<CommonSample.Row> rows) {
        try (LabelledRows labelled = new LabelledRows(CommonSample.COLUMNS)) {
            for (CommonSample.Row row : rows) {
                labelled.append(Instant.EPOCH.plus(row.micros(), ChronoUnit.MICROS), row.fraud(), values(row));
            }
            return new LogisticTrainer(PENALTY).fit(labelled, labelled.size());
        }
    }

    private static Ranking ranked(LogisticModel model, List<CommonSample.Row> rows) {
        double[] scores = new double[rows.size()];
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.probability(values(rows.get(i)));
            labels[i] = rows.get(i).fraud();
        }
        return new Ranking(scores, labels);
    }

    private static double[] values(CommonSample.Row row) {
        double[] values = new double[row.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.values()[i];
        }
        return values;
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
