package io.payscope.trainfraud;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.manifest.Provenance;
import io.payscope.core.manifest.SourceInfo;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.part.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes a small seeded dataset with 2 features, of which the first tells about fraud, in 2 parts. */
final class PreparedBank {

    static final BankId BANK = new BankId(3);
    static final int ROWS = 3_000;

    private static final List<String> FEATURES = List.of("V1", "V2");

    private PreparedBank() {}

    static ManifestRef write(ObjectStore objects, @Nullable FraudPlan plan, double prevalence) throws IOException {
        Random random = new Random(17);
        List<PartRef> parts = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PartWriter writer = new PartWriter(bytes, FEATURES);
            for (int i = part * ROWS / 2; i < (part + 1) * ROWS / 2; i++) {
                boolean fraud = random.nextDouble() < prevalence;
                double signal = random.nextGaussian() + (fraud ? 2.5 : 0);
                writer.write(transaction(i, fraud, random), new double[] {signal, random.nextGaussian()});
            }
            writer.close();
            String key = Keys.prepared(BANK, "d1") + Keys.part(part);
            objects.put(key, bytes.toByteArray(), "application/gzip");
            parts.add(new PartRef(part, objects.bucket(), key, writer.sha256(), writer.rows()));
        }
        ManifestIdentity identity = new ManifestIdentity(
                ManifestIdentity.SCHEMA_VERSION,
                BANK,
                new SourceInfo("test", "1", "none"),
                List.of(),
                "content",
                ROWS,
                ROWS,
                Map.of(),
                0,
                new LabelCounts(0, 0, ROWS),
                new LabelCounts(0, 0, ROWS),
                Map.of(),
                1,
                null,
                FEATURES,
                new LearningPlan(plan, null),
                parts);
        return new Manifests(objects)
                .write(
                        Keys.prepared(BANK, "d1"),
                        new DatasetManifest(identity, new Provenance("test", Instant.EPOCH, Map.of())));
    }

    private static CanonicalTransaction transaction(int index, boolean fraud, Random random) {
        Label known = fraud ? Label.FRAUD : Label.LEGITIMATE;
        return new CanonicalTransaction(
                BANK,
                "t" + index,
                Instant.parse("2024-05-01T00:00:00Z").plusSeconds(600L * index),
                BigDecimal.valueOf(100 + random.nextInt(90_000), 2),
                "EUR",
                "card",
                "payer" + random.nextInt(50),
                "payee" + random.nextInt(20),
                PayeeKind.MERCHANT,
                index % 50 == 0 ? Label.UNKNOWN : known,
                LifecycleStage.SETTLED,
                index + 1L);
    }
}
