package io.payscope.datasets.catalog;

import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a raw row becomes a canonical transaction.
 *
 * @param transactionId the column that identifies a row, or null where there is none: then the id is {@code h} and 20
 *     hex digits of the hash of the row's values
 * @param time when it happened
 * @param amount the column with the amount; null where code computes it
 * @param channel the kind of payment
 * @param payer the paying party, or null where the source has none
 * @param payee the receiving party, or null where the source has none
 * @param label the column with the label, 1 for fraud and 0 for none; null where the source has none
 * @param lifecycle how far the payments have come
 * @param features the numeric features
 */
public record MappingSpec(
        @Nullable String transactionId,
        TimeSpec time,
        @Nullable String amount,
        ChannelSpec channel,
        @Nullable PartySpec payer,
        @Nullable PartySpec payee,
        @Nullable String label,
        LifecycleSpec lifecycle,
        List<FeatureSpec> features) {

    public MappingSpec {
        features =
                features.stream().flatMap(feature -> feature.expand().stream()).toList();
    }

    /** @return names of the features, in order */
    public List<String> featureNames() {
        return features.stream().map(FeatureSpec::name).toList();
    }

    /**
     * When a transaction happened.
     *
     * @param column the column
     * @param unit what the column counts
     * @param anchor for a count, the instant that 0 stands for
     * @param zone for a local time, the zone it is read in
     */
    public record TimeSpec(
            String column,
            TimeUnit unit,
            @Nullable Instant anchor,
            @Nullable String zone) {}

    /** What a time column holds. */
    public enum TimeUnit {
        /** Seconds since the anchor. */
        SECONDS,
        /** Hours since the anchor. */
        HOURS,
        /** A local time in a zone. */
        LOCAL,
        /** An instant: the column is of type {@code TIME} and declares its own form. */
        INSTANT
    }

    /**
     * The kind of payment. Exactly one of the two is set.
     *
     * @param column the column whose text, in lower case, is the channel
     * @param constant the channel of every row
     */
    public record ChannelSpec(
            @Nullable String column, @Nullable String constant) {}

    /**
     * A party.
     *
     * @param columns one column: its text is the id. Several: the id is {@code k} and 16 hex digits of the hash of
     *     their values, and missing where the first of them is
     * @param kinds what kind of party it is by the first characters of its id; null where that cannot be told
     */
    public record PartySpec(List<String> columns, @Nullable Map<String, PayeeKind> kinds) {

        public PartySpec {
            columns = columns.stream()
                    .flatMap(column -> NameRange.expand(column).stream())
                    .toList();
            kinds = kinds == null ? null : Map.copyOf(kinds);
        }
    }

    /**
     * How far payments have come. Exactly one of {@code constant} and {@code column} is set.
     *
     * @param constant the stage of every row
     * @param column the column that tells it
     * @param stages for the column, the stage of each text
     */
    public record LifecycleSpec(
            @Nullable LifecycleStage constant,
            @Nullable String column,
            @Nullable Map<String, LifecycleStage> stages) {

        public LifecycleSpec {
            stages = stages == null ? null : Map.copyOf(stages);
        }
    }
}
