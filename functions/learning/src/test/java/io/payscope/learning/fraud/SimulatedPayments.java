package io.payscope.learning.fraud;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Seeded payments over 60 days of which a part is fraud. Frauds are larger and shifted in every third feature, with an
 * overlap that keeps them from being separable; every fifth feature has missing values.
 */
public final class SimulatedPayments {

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final long SPAN_SECONDS = 60L * 24 * 3600;

    private final int rows;
    private final int features;
    private final double prevalence;
    private final long seed;

    public SimulatedPayments(int rows, int features, double prevalence, long seed) {
        this.rows = rows;
        this.features = features;
        this.prevalence = prevalence;
        this.seed = seed;
    }

    public List<String> featureNames() {
        return IntStream.range(0, features).mapToObj(i -> "F" + i).toList();
    }

    public List<CanonicalRow> rows() {
        Random random = new Random(seed);
        List<CanonicalRow> all = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            all.add(row(i, random));
        }
        return all;
    }

    /** All rows with their features, without a list of rows between. */
    public LabelledRows labelled() {
        FeatureBuilder builder = new FeatureBuilder(featureNames(), Duration.ofDays(1));
        LabelledRows labelled = new LabelledRows(builder.names());
        Random random = new Random(seed);
        for (int i = 0; i < rows; i++) {
            CanonicalRow row = row(i, random);
            labelled.append(
                    row.transaction().occurredAt(), row.transaction().label() == Label.FRAUD, builder.next(row));
        }
        return labelled;
    }

    private CanonicalRow row(int index, Random random) {
        boolean fraud = random.nextDouble() < prevalence;
        double[] values = new double[features];
        for (int f = 0; f < features; f++) {
            double shift = fraud && f % 3 == 0 ? 1.5 : 0;
            values[f] = f % 5 == 4 && random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian() + shift;
        }
        double amount = Math.exp(3 + random.nextGaussian() + (fraud ? 1 : 0));
        CanonicalTransaction transaction = new CanonicalTransaction(
                new BankId(1),
                "t" + index,
                START.plusSeconds(SPAN_SECONDS * index / rows),
                BigDecimal.valueOf(Math.round(amount * 100), 2),
                "EUR",
                random.nextBoolean() ? "card" : "transfer",
                "payer" + random.nextInt(500),
                "payee" + random.nextInt(200),
                PayeeKind.MERCHANT,
                fraud ? Label.FRAUD : Label.LEGITIMATE,
                LifecycleStage.SETTLED,
                index + 1L);
        return new CanonicalRow(transaction, values);
    }
}
