package io.payscope.loadledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.LedgerCensus;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerLoader;
import io.payscope.ledger.LedgerQueries;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.part.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Loads that are cut off, done again, and fed with what they were not promised. */
class LedgerIngestCasesTest {

    private static final int ROWS = 6_000;

    private static EmbeddedLedger ledger;
    private static int banks = 5_000;

    private final BankId bank = new BankId(++banks);
    private final FragileObjects objects = new FragileObjects();
    private final Receipts receipts = new Receipts(objects);
    private final LoadLedger stage =
            new LoadLedger(new Manifests(objects), new LedgerLoader(ledger.transactions()), receipts);

    @BeforeAll
    static void start() throws SQLException {
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void i3TotalsEqualTheSumOfTheReceiptsWhereTwoUploadsOverlap() throws IOException {
        load("first", parts("first", 0, ROWS));
        load("second", parts("second", ROWS / 2, 2 * ROWS));

        assertThat(census(bank).transactions()).isEqualTo(2 * ROWS);
        assertThat(receipts.ofBank(bank).stream()
                        .mapToLong(LoadReceipt::inserted)
                        .sum())
                .isEqualTo(2 * ROWS);
        assertThat(receipts.ofBank(bank).stream()
                        .mapToLong(LoadReceipt::alreadyPresent)
                        .sum())
                .isEqualTo(ROWS / 2);
    }

    @Test
    void i8ACrashAfterTheCommitAndBeforeTheReceiptIsRepeatedWithTheSameOutput() throws IOException {
        List<LoadPartRequest> requests = parts("u", 0, ROWS);
        objects.failNextPutBelow("receipts/");
        assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> stage.run(requests.getFirst()));
        assertThat(census(bank).transactions()).as("it is committed").isEqualTo(ROWS / 3);
        assertThat(receipts.ofUpload(bank, "u")).as("and nobody was told").isEmpty();

        LoadReceipt repeated = stage.run(requests.getFirst());

        assertThat(census(bank).transactions()).isEqualTo(ROWS / 3);
        assertThat(repeated.inserted()).isEqualTo(ROWS / 3);
        assertThat(repeated.alreadyPresent()).isZero();
        assertThat(receipts.ofUpload(bank, "u")).containsExactly(repeated);
        assertThat(stage.run(requests.getFirst())).isEqualTo(repeated);
    }

    @Test
    void i9ALoadThatIsCutOffInAPartIsRedrivenToTheTotalsOfACleanOne() throws IOException {
        List<LoadPartRequest> requests = parts("u", 0, ROWS);
        stage.run(requests.getFirst());
        objects.cutNextReadOf(requests.get(1).part().key());
        assertThatExceptionOfType(TransientFault.class).isThrownBy(() -> stage.run(requests.get(1)));
        assertThat(census(bank).transactions()).as("the cut part left nothing").isEqualTo(ROWS / 3);

        load("u", requests);

        LedgerIngestCasesTest clean = new LedgerIngestCasesTest();
        clean.load("u", clean.parts("u", 0, ROWS));
        assertThat(census(bank)).isEqualTo(census(clean.bank));
        assertThat(inserted(this)).isEqualTo(inserted(clean));
    }

    @Test
    void i11ThePartOfAnUploadWithAnotherHashIsRefusedAndWhatIsLoadedStays() throws IOException {
        List<LoadPartRequest> requests = parts("u", 0, ROWS);
        load("u", requests);
        LedgerCensus before = census(bank);
        PartRef other = part("u", 0, 1_000, 1_010);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(bank, "u", other)))
                .withMessageContaining(other.sha256());
        assertThat(census(bank)).isEqualTo(before);
    }

    private static Map<Integer, Long> inserted(LedgerIngestCasesTest test) {
        return test.receipts.ofUpload(test.bank, "u").stream()
                .collect(Collectors.toMap(LoadReceipt::part, LoadReceipt::inserted));
    }

    private void load(String upload, List<LoadPartRequest> requests) {
        requests.forEach(stage::run);
        assertThat(receipts.ofUpload(bank, upload)).hasSize(requests.size());
    }

    private static LedgerCensus census(BankId bank) {
        return new LedgerQueries(ledger.transactions()).census(bank);
    }

    private List<LoadPartRequest> parts(String upload, int from, int to) throws IOException {
        List<LoadPartRequest> requests = new ArrayList<>();
        int third = (to - from) / 3;
        for (int i = 0; i < 3; i++) {
            requests.add(new LoadPartRequest(
                    bank, upload, part(upload, i, from + i * third, i == 2 ? to : from + (i + 1) * third)));
        }
        return requests;
    }

    private PartRef part(String upload, int index, int from, int to) throws IOException {
        String key = "parts/" + bank.segment() + "/upload=" + upload + "/part-%05d.csv.gz".formatted(index);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PartWriter writer = new PartWriter(bytes, List.of());
        try (writer) {
            for (int i = from; i < to; i++) {
                writer.write(row(i), new double[0]);
            }
        }
        objects.put(key, bytes.toByteArray(), "application/gzip");
        return new PartRef(index, objects.bucket(), key, writer.sha256(), to - from);
    }

    private CanonicalTransaction row(int n) {
        return new CanonicalTransaction(
                bank,
                "t" + n,
                Instant.parse("2024-01-01T00:00:00Z").plusSeconds(n),
                new BigDecimal("12.50"),
                "EUR",
                "card",
                null,
                "m" + n % 7,
                PayeeKind.MERCHANT,
                Label.LEGITIMATE,
                LifecycleStage.SETTLED,
                n + 1L);
    }
}
