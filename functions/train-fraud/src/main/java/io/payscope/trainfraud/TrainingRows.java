package io.payscope.trainfraud;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.Label;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Reads a dataset's parts into rows with features, and proves that they are the parts that the manifest names. */
final class TrainingRows {

    private final Manifests manifests;

    TrainingRows(Manifests manifests) {
        this.manifests = manifests;
    }

    /**
     * Streams all parts through the feature builder. Rows whose label is unknown shape the features of later rows but
     * are not learned from.
     *
     * @return the labelled rows; the caller closes them
     * @throws DataFault if a part is absent, malformed, not in time order or not what the manifest says
     */
    LabelledRows read(ManifestIdentity dataset, FeatureBuilder builder) {
        LabelledRows rows = new LabelledRows(builder.names());
        Map<String, Integer> payers = new HashMap<>();
        try {
            for (PartRef part : dataset.parts()) {
                append(dataset, part, builder, rows, payers);
            }
            return rows;
        } catch (RuntimeException | Error failure) {
            rows.close();
            throw failure;
        }
    }

    private void append(
            ManifestIdentity dataset,
            PartRef part,
            FeatureBuilder builder,
            LabelledRows rows,
            Map<String, Integer> payers) {
        BankId bank = dataset.bankId();
        try (PartReader reader = manifests.open(bank, part)) {
            if (!reader.features().equals(dataset.features())) {
                throw new DataFault(part.key() + " line 1: expected the manifest's "
                        + dataset.features().size() + " features, found " + reader.features());
            }
            long count = 0;
            for (Iterator<CanonicalRow> all = reader.rows(); all.hasNext(); count++) {
                CanonicalRow row = all.next();
                double[] values = builder.next(row);
                Label label = row.transaction().label();
                if (label != Label.UNKNOWN) {
                    String payer = row.transaction().payerId();
                    int number = payer == null ? -1 : payers.computeIfAbsent(payer, _ -> payers.size());
                    rows.append(row.transaction().occurredAt(), label == Label.FRAUD, number, values);
                }
            }
            if (count != part.rows() || !reader.sha256().equals(part.sha256())) {
                throw new DataFault(part.key() + ": expected " + part.rows() + " rows with sha256 " + part.sha256()
                        + ", found " + count + " with " + reader.sha256());
            }
        } catch (IOException e) {
            throw new TransientFault(part.key() + ": reading stopped", e);
        }
    }
}
