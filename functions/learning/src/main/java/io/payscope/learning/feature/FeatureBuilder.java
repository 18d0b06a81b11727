package io.payscope.learning.feature;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Turns a bank's rows, one after the other in time order, into features. A row's features depend on the row, on the
 * rows before it in the stream, and on labels of rows at least the label delay older; never on its own label or on a
 * later row. The same builder serves training and scoring: fed the same rows, and each label before its delay is over,
 * it gives the same bits. Takes 40 bytes for each row of the last 31 days and the label delay on each of its sides, at
 * most 65,536 rows a party (a busier party's windows are that much shorter), 16 to 32 bytes a pair that paid in 30
 * days, and about 300 bytes a party. Not thread-safe.
 */
public final class FeatureBuilder {

    /** What is computed for every bank, after the bank's own features. */
    public static final List<FeatureDefinition> COMMON = FeatureGroup.ALL.stream()
            .flatMap(group -> group.definitions().stream())
            .toList();

    private final List<String> ownFeatures;
    private final History history;
    private Instant last = Instant.MIN;

    /**
     * Starts at the beginning of a history.
     *
     * @param ownFeatures names of the bank's own features, in the order of {@link CanonicalRow#features()}
     * @param labelDelay after which a label is taken for known; below a millisecond it is a millisecond
     * @throws DataFault if one has the name of a common feature
     */
    public FeatureBuilder(List<String> ownFeatures, Duration labelDelay) {
        this.ownFeatures = List.copyOf(ownFeatures);
        this.history = new History(labelDelay);
        if (new HashSet<>(names()).size() != ownFeatures.size() + COMMON.size()) {
            throw new DataFault("features: expected distinct names, found " + names());
        }
    }

    /** @return all features, in the order of {@link #next} */
    public List<FeatureDefinition> definitions() {
        List<FeatureDefinition> all = new ArrayList<>();
        ownFeatures.forEach(name -> all.add(FeatureDefinition.own(name)));
        all.addAll(COMMON);
        return List.copyOf(all);
    }

    /** @return names of all features, in the order of {@link #next} */
    public List<String> names() {
        return definitions().stream().map(FeatureDefinition::name).toList();
    }

    /** @return the channels seen so far, in the order of their numbers */
    public List<String> channels() {
        return history.channels();
    }

    /**
     * Computes a row's features, then remembers the row, with its label if it has one.
     *
     * @param row the next in time order
     * @return one value a feature, NaN for missing; the caller's to keep
     * @throws DataFault if the row is earlier than the one before
     */
    public double[] next(CanonicalRow row) {
        CanonicalTransaction tx = row.transaction();
        if (tx.occurredAt().isBefore(last)) {
            throw new DataFault("source row " + tx.sourceRow() + ": expected rows in time order, found "
                    + tx.occurredAt() + " after " + last);
        }
        last = tx.occurredAt();
        Moment moment = history.at(tx);
        double[] values = values(row, ownFeatures.size(), moment);
        history.add(moment);
        return values;
    }

    /** The bank's own features, then what all groups compute. */
    static double[] values(CanonicalRow row, int own, Moment moment) {
        if (row.features().length != own) {
            throw new DataFault("source row " + row.transaction().sourceRow() + ": expected " + own
                    + " features, found " + row.features().length);
        }
        double[] values = new double[own + COMMON.size()];
        System.arraycopy(row.features(), 0, values, 0, own);
        int at = own;
        for (FeatureGroup group : FeatureGroup.ALL) {
            group.compute(moment, values, at);
            at += group.definitions().size();
        }
        return values;
    }

    /**
     * Learns the label of a payment that {@link #next} saw without one. Only a fraud changes anything: what nobody has
     * reported counts as honest.
     *
     * @param labelled the payment, with its label; one that is too old to be remembered is passed over
     */
    public void learn(CanonicalTransaction labelled) {
        if (labelled.label() == Label.FRAUD) {
            history.learn(labelled);
        }
    }
}
