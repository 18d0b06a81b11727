package io.payscope.wire.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.wire.part.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedPartTest {

    private static final BankId BANK = new BankId(3);
    private static final String KEY = "parts/bank=3/upload=u/part-00000.csv.gz";

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Manifests manifests = new Manifests(objects);

    @Test
    void rowsOfTheNamedPartAreReadToTheEnd() throws IOException {
        PartRef part = store(row("t1"), row("t2"));
        try (VerifiedPart verified = VerifiedPart.open(manifests, BANK, part)) {
            assertThat(verified.transactions()).toIterable().containsExactly(row("t1"), row("t2"));
        }
    }

    @Test
    void anotherPartUnderTheKeyFailsAtItsEnd() throws IOException {
        PartRef expected = store(row("t1"), row("t2"));
        PartRef replaced = store(row("t1"), row("t3"));
        try (VerifiedPart verified = VerifiedPart.open(manifests, BANK, expected)) {
            Iterator<CanonicalTransaction> rows = verified.transactions();
            assertThat(rows.next()).isEqualTo(row("t1"));
            assertThat(rows.next()).isEqualTo(row("t3"));
            assertThatExceptionOfType(DataFault.class)
                    .isThrownBy(rows::hasNext)
                    .withMessageContainingAll(KEY, expected.sha256(), replaced.sha256());
        }
    }

    @Test
    void wrongNumberOfRowsIsNamed() throws IOException {
        PartRef part = store(row("t1"));
        PartRef promising = new PartRef(0, part.bucket(), KEY, part.sha256(), 2);
        try (VerifiedPart verified = VerifiedPart.open(manifests, BANK, promising)) {
            Iterator<CanonicalTransaction> rows = verified.transactions();
            rows.next();
            assertThatExceptionOfType(DataFault.class)
                    .isThrownBy(rows::hasNext)
                    .withMessageContaining("expected 2 rows, found 1");
        }
    }

    private PartRef store(CanonicalTransaction... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PartWriter writer = new PartWriter(bytes, List.of());
        try (writer) {
            for (CanonicalTransaction row : rows) {
                writer.write(row, new double[0]);
            }
        }
        objects.put(KEY, bytes.toByteArray(), "application/gzip");
        return new PartRef(0, objects.bucket(), KEY, writer.sha256(), rows.length);
    }

    private static CanonicalTransaction row(String id) {
        return new CanonicalTransaction(
                BANK,
                id,
                Instant.parse("2024-01-01T00:00:00Z"),
                new BigDecimal("12.50"),
                "EUR",
                "transfer",
                "a1",
                "a2",
                PayeeKind.ACCOUNT,
                Label.UNKNOWN,
                LifecycleStage.SETTLED,
                1);
    }
}
