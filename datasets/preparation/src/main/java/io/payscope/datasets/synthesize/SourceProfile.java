package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.datasets.primitive.ContentHash;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass over a source bank tells: its span of time, the mean and spread of its log amounts and features, its
 * channels, and which of its rows are drawn. Memory: three numbers a feature.
 */
final class SourceProfile {

    private static final double LOWEST_SHARE = 0.10;
    private static final double SHARE_RANGE = 0.10;

    private final BankId bank;
    private final long salt;
    private final double share;
    private final Moments amounts = new Moments(1);
    private final Moments features;
    private final double[] logAmount = new double[1];
    private final Map<String, Integer> channels = new TreeMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long drawn;

    /** Decides by the seed which tenth to fifth of the rows is drawn. */
    SourceProfile(DatasetManifest manifest, long seed) {
        this.bank = manifest.identity().bankId();
        this.salt = ContentHash.mix(seed * 31 + bank.value());
        this.share = LOWEST_SHARE + SHARE_RANGE * uniform(ContentHash.mix(salt));
        this.features = new Moments(manifest.identity().features().size());
    }

    private static double uniform(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** Takes a row into account. */
    void add(long index, CanonicalRow row) {
        Instant time = row.transaction().occurredAt();
        first = Math.min(first, time.getEpochSecond());
        last = Math.max(last, time.getEpochSecond());
        logAmount[0] = Math.log1p(row.transaction().amount().doubleValue());
        amounts.add(logAmount);
        features.add(row.features());
        channels.putIfAbsent(row.transaction().channel(), channels.size());
        drawn += isDrawn(index) ? 1 : 0;
    }

    /** Whether a row is drawn, by its place in the source. */
    boolean isDrawn(long index) {
        return uniform(ContentHash.mix(index ^ salt)) < share;
    }

    /** How often the n-th drawn row, from 0, is used, so that all drawn rows together give so many. */
    long copies(long n, long rows) {
        return Math.multiplyExact(n + 1, rows) / drawn - Math.multiplyExact(n, rows) / drawn;
    }

    BankId bank() {
        return bank;
    }

    long drawn() {
        return drawn;
    }

    /** Place of an instant within the span of the source, 0 to 1. */
    double relativeTime(Instant time) {
        return last == first ? 0.5 : (double) (time.getEpochSecond() - first) / (last - first);
    }

    /** How many spreads an amount's logarithm lies above the bank's mean. */
    double amountScore(double logarithm) {
        return amounts.score(0, logarithm);
    }

    /** Spread of the logarithms of the amounts. */
    double amountSpread() {
        return amounts.spread(0);
    }

    /** Features against the bank's own means. */
    Moments features() {
        return features;
    }

    /** Number of a channel among the bank's. */
    int channel(String channel) {
        return channels.getOrDefault(channel, channels.size());
    }
}
