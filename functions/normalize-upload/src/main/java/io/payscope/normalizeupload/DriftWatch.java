package io.payscope.normalizeupload;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.datasets.RowWatch;
import io.payscope.learning.drift.DriftProfile;
import io.payscope.learning.drift.DriftReference;
import io.payscope.learning.drift.DriftReport;
import io.payscope.wire.dataset.VerifiedObject;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts an upload's rows against what the bank's fraud model learned from. It only reports: an upload is normalised
 * whether or not there is a model, and whether or not its records can be read.
 */
final class DriftWatch implements RowWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    private static final String CARD = "card.json";
    private static final String REFERENCE = "reference.json";

    private final ObjectStore objects;
    private final BankId bank;
    private final String uploadId;
    private final @Nullable DriftReference reference;
    private @Nullable DriftProfile profile;

    DriftWatch(ObjectStore objects, BankId bank, String uploadId) {
        this.objects = objects;
        this.bank = bank;
        this.uploadId = uploadId;
        this.reference = reference().orElse(null);
    }

    private Optional<DriftReference> reference() {
        try {
            Optional<DriftReference> found = new ModelRegistry(objects, Clock.systemUTC())
                    .champion(bank, ModelOutcome.Kind.FRAUD)
                    .map(model -> model.cardKey().substring(0, model.cardKey().length() - CARD.length()) + REFERENCE)
                    .map(key -> JsonCodec.decode(VerifiedObject.read(objects, key), DriftReference.class));
            if (found.isEmpty()) {
                LOG.info("drift bank={} upload={}: no model serves, nothing to compare with", bank, uploadId);
            }
            return found;
        } catch (DataFault fault) {
            LOG.warn("drift bank={} upload={}: not measured", bank, uploadId, fault);
            return Optional.empty();
        }
    }

    @Override
    public void begin(List<String> features) {
        profile = reference == null ? null : new DriftProfile(reference, features);
    }

    @Override
    public void row(CanonicalTransaction transaction, double[] features) {
        if (profile != null) {
            profile.add(transaction, features);
        }
    }

    /** Writes the report, if there is something to compare with. */
    void store() {
        if (profile == null) {
            return;
        }
        DriftReport report = profile.report();
        objects.put(Keys.drift(bank, uploadId), JsonCodec.encode(report), "application/json");
        LOG.info(
                "drift bank={} upload={} model={} rows={} worst={}",
                bank,
                uploadId,
                report.version(),
                report.n(),
                report.worst().map(DriftReport.Column::toString).orElse("unknown"));
    }
}
