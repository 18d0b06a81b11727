package io.payscope.learning.feature;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a bank's rows, one after the other in time order, into features. A row's features depend on the row and on the
 * rows before it in the stream, never on a label or on a later row. Memory grows with the number of parties, about 150
 * bytes each. Not thread-safe.
 */
public final class FeatureBuilder {

    /** What is computed for every bank, after the bank's own features. */
    public static final List<FeatureDefinition> COMMON = List.of(
            new FeatureDefinition("tx_amount", "amount in units of its currency"),
            new FeatureDefinition("tx_log_amount", "ln(1 + amount); 0 for a negative amount"),
            new FeatureDefinition("tx_hour", "hour of the day, UTC, with its fraction, from 0 to below 24"),
            new FeatureDefinition("tx_weekday", "1 for Monday to 7 for Sunday, UTC"),
            new FeatureDefinition("tx_channel", "number of the channel in order of first appearance, from 0"),
            new FeatureDefinition("payee_is_merchant", "1 for a merchant, 0 for an account, missing where unknown"),
            new FeatureDefinition("payer_count", "earlier transactions of the payer; missing without a payer"),
            new FeatureDefinition("payee_count", "earlier transactions to the payee; missing without a payee"),
            new FeatureDefinition("payer_gap_seconds", "since the payer's last transaction; missing without one"));

    private final List<String> ownFeatures;
    private final Map<String, Integer> channels = new LinkedHashMap<>();
    private final Map<String, Party> payers = new HashMap<>();
    private final Map<String, Party> payees = new HashMap<>();
    private Instant last = Instant.MIN;

    /**
     * Starts at the beginning of a history.
     *
     * @param ownFeatures names of the bank's own features, in the order of {@link CanonicalRow#features()}
     * @throws DataFault if one has the name of a common feature
     */
    public FeatureBuilder(List<String> ownFeatures) {
        this.ownFeatures = List.copyOf(ownFeatures);
        if (new HashSet<>(names()).size() != ownFeatures.size() + COMMON.size()) {
            throw new DataFault("features: expected distinct names, found " + names());
        }
    }

    /** @return names of all features, in the order of {@link #next} */
    public List<String> names() {
        List<String> names = new ArrayList<>(ownFeatures);
        COMMON.forEach(definition -> names.add(definition.name()));
        return List.copyOf(names);
    }

    /** @return the channels seen so far, in the order of their numbers */
    public List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    /**
     * Computes a row's features, then remembers the row.
     *
     * @param row the next in time order
     * @return one value a feature, NaN for missing; the caller's to keep
     * @throws DataFault if the row is earlier than the one before
     */
    public double[] next(CanonicalRow row) {
        CanonicalTransaction tx = row.transaction();
        if (row.features().length != ownFeatures.size()) {
            throw new DataFault("source row " + tx.sourceRow() + ": expected " + ownFeatures.size()
                    + " features, found " + row.features().length);
        }
        if (tx.occurredAt().isBefore(last)) {
            throw new DataFault("source row " + tx.sourceRow() + ": expected rows in time order, found "
                    + tx.occurredAt() + " after " + last);
        }
        last = tx.occurredAt();
        Party payer = party(payers, tx.payerId());
        Party payee = party(payees, tx.payeeId());

        double[] values = new double[ownFeatures.size() + COMMON.size()];
        System.arraycopy(row.features(), 0, values, 0, ownFeatures.size());
        int i = ownFeatures.size();
        double amount = tx.amount().doubleValue();
        ZonedDateTime time = tx.occurredAt().atZone(ZoneOffset.UTC);
        values[i++] = amount;
        values[i++] = Math.log1p(Math.max(0, amount));
        values[i++] = time.toLocalTime().toSecondOfDay() / 3600.0;
        values[i++] = time.getDayOfWeek().getValue();
        values[i++] = channels.computeIfAbsent(tx.channel(), _ -> channels.size());
        values[i++] = switch (tx.payeeKind()) {
            case MERCHANT -> 1;
            case ACCOUNT -> 0;
            case UNKNOWN -> Double.NaN;
        };
        values[i++] = payer == null ? Double.NaN : payer.count;
        values[i++] = payee == null ? Double.NaN : payee.count;
        values[i] = payer == null || payer.count == 0
                ? Double.NaN
                : (tx.occurredAt().toEpochMilli() - payer.lastEpochMilli) / 1000.0;

        remember(payer, tx.occurredAt());
        remember(payee, tx.occurredAt());
        return values;
    }

    private static @Nullable Party party(Map<String, Party> parties, @Nullable String id) {
        return id == null ? null : parties.computeIfAbsent(id, _ -> new Party());
    }

    private static void remember(@Nullable Party party, Instant time) {
        if (party != null) {
            party.count++;
            party.lastEpochMilli = time.toEpochMilli();
        }
    }

    private static final class Party {
        private int count;
        private long lastEpochMilli;
    }
}
