package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.datasets.primitive.ContentHash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What the first pass over a source bank tells: means and spreads of its log amounts and features, and how fine its
 * clock is. The second pass sees its rows through it. Memory: three numbers a feature. Not thread-safe.
 */
final class SourceProfile {

    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;
    private static final int MONDAY_OFFSET = 3;

    private final BankId bank;
    private final SourceInfo source;
    private final LabelCounts labels;
    private final long salt;
    private final Moments amounts = new Moments(1);
    private final Moments features;
    private final double[] logAmount = new double[1];
    private long tick = HOUR_SECONDS;

    SourceProfile(DatasetManifest manifest, long seed) {
        this.bank = manifest.identity().bankId();
        this.source = manifest.identity().source();
        this.labels = manifest.identity().labelsAfter();
        this.salt = ContentHash.mix(seed * 31 + bank.value());
        this.features = new Moments(manifest.identity().features().size());
    }

    /** Takes a row into account. */
    void add(CanonicalRow row) {
        CanonicalTransaction transaction = row.transaction();
        logAmount[0] = Math.log1p(cents(transaction) / 100.0);
        amounts.add(logAmount);
        features.add(row.features());
        tick = divisor(tick, Math.floorMod(transaction.occurredAt().getEpochSecond(), HOUR_SECONDS));
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** What a row has in common with those of other banks. */
    void view(CanonicalRow row, CommonRow target) {
        CanonicalTransaction transaction = row.transaction();
        Instant time = transaction.occurredAt();
        long second = time.getEpochSecond();
        target.amount(cents(transaction));
        target.values[CommonRow.SECOND] = Math.floorMod(second, DAY_SECONDS);
        features.describe(row.features(), target.values);
        target.channel = CommonRow.channel(transaction.channel());
        target.weekday = (int) Math.floorMod(Math.floorDiv(second, DAY_SECONDS) + MONDAY_OFFSET, 7L);
        target.label = transaction.label();
        target.micros = second * 1_000_000 + time.getNano() / 1_000;
    }

    private static long cents(CanonicalTransaction transaction) {
        BigDecimal amount = transaction.amount().max(BigDecimal.ZERO);
        return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    BankId bank() {
        return bank;
    }

    /** Where the bank comes from and on what terms. */
    SourceInfo source() {
        return source;
    }

    /** Rows by label. */
    LabelCounts labels() {
        return labels;
    }

    /** A seed of the bank's own for a purpose. */
    long seed(int purpose) {
        return ContentHash.mix(salt + purpose);
    }

    /** Longest time, at most an hour, of which every time of day is a multiple, in seconds. */
    long tick() {
        return tick;
    }

    /** How many spreads an amount's logarithm lies above the bank's mean. */
    double amountScore(double logarithm) {
        return amounts.score(0, logarithm);
    }

    /** An amount's logarithm less the mean, not cut off. */
    double amountDeviation(double logarithm) {
        return logarithm - amounts.mean(0);
    }

    /** Spread of the logarithms of the amounts. */
    double amountSpread() {
        return amounts.spread(0);
    }
}
