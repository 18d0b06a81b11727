package io.payscope.datasets.synthesize;

import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.model.Label;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which of a source's rows, in the order of time, has which label. Frauds are spread over the whole span: the k-th lies
 * somewhere in the k-th of as many equal stretches, so that no part of a split by time is without. 1 byte a row.
 */
final class LabelOrder {

    private static final Label[] LABELS = Label.values();

    private final byte[] labels;

    LabelOrder(LabelCounts counts, SplittableRandom random) {
        labels = new byte[Math.toIntExact(counts.total())];
        Label rest = counts.legitimate() >= counts.unknown() ? Label.LEGITIMATE : Label.UNKNOWN;
        Label rare = rest == Label.LEGITIMATE ? Label.UNKNOWN : Label.LEGITIMATE;
        Arrays.fill(labels, (byte) rest.ordinal());
        spread(Label.FRAUD, counts.fraud(), rest, random);
        spread(rare, Math.min(counts.legitimate(), counts.unknown()), rest, random);
    }

    private void spread(Label label, long count, Label over, SplittableRandom random) {
        for (long k = 0; k < count; k++) {
            int place = (int) ((k + random.nextDouble()) * labels.length / count);
            while (labels[place] != over.ordinal()) {
                place = (place + 1) % labels.length;
            }
            labels[place] = (byte) label.ordinal();
        }
    }

    int size() {
        return labels.length;
    }

    Label label(int row) {
        return LABELS[labels[row]];
    }
}
