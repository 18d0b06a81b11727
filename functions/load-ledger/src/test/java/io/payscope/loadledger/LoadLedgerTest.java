package io.payscope.loadledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerLoader;
import io.payscope.ledger.LedgerQueries;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.part.PartWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadLedgerTest {

    private static EmbeddedLedger ledger;
    private static int banks;

    private final BankId bank = new BankId(++banks);
    private final InMemoryObjects objects = new InMemoryObjects();
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
    void aPartIsLoadedAndItsReceiptLeft() throws IOException {
        LoadReceipt receipt = stage.run(new LoadPartRequest(bank, "u", store(250, "12.50")));
        assertThat(receipt).isEqualTo(new LoadReceipt(bank, "u", Store.LEDGER, 0, 250, 250, 0, 0, 0));
        assertThat(receipts.ofUpload(bank, "u")).containsExactly(receipt);
        assertThat(loaded()).isEqualTo(250);
    }

    @Test
    void aReplayLeavesTheSameReceipt() throws IOException {
        LoadPartRequest request = new LoadPartRequest(bank, "u", store(250, "12.50"));
        LoadReceipt first = stage.run(request);
        assertThat(stage.run(request)).isEqualTo(first);
        assertThat(receipts.ofUpload(bank, "u")).containsExactly(first);
        assertThat(loaded()).isEqualTo(250);
    }

    @Test
    void aPartOfAnotherHashLeavesNeitherRowsNorReceipt() throws IOException {
        PartRef promised = store(250, "12.50");
        PartRef found = store(250, "99.00");
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(bank, "u", promised)))
                .withMessage("%s: expected sha256 %s, found %s", key(), promised.sha256(), found.sha256());
        assertThat(receipts.ofUpload(bank, "u")).isEmpty();
        assertThat(loaded()).isZero();
        assertThat(stage.run(new LoadPartRequest(bank, "u", found)).inserted()).isEqualTo(250);
    }

    @Test
    void t9APartOfAnotherBankLeavesNeitherRowsNorReceipt() throws IOException {
        PartRef theirs = store(250, "12.50");
        BankId other = new BankId(bank.value() + 1_000);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> stage.run(new LoadPartRequest(other, "u", theirs)))
                .withMessageContaining("expected an object of bank " + other);
        assertThat(receipts.ofUpload(other, "u")).isEmpty();
        assertThat(new LedgerQueries(ledger.transactions()).census(other).transactions())
                .isZero();
    }

    private String key() {
        return "parts/" + bank.segment() + "/upload=u/part-00000.csv.gz";
    }

    private long loaded() {
        return new LedgerQueries(ledger.transactions()).census(bank).transactions();
    }

    private PartRef store(int rows, String amount) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PartWriter writer = new PartWriter(bytes, List.of("v1"));
        try (writer) {
            for (int i = 0; i < rows; i++) {
                writer.write(row(i, amount), new double[] {i / 8.0});
            }
        }
        objects.put(key(), bytes.toByteArray(), "application/gzip");
        return new PartRef(0, objects.bucket(), key(), writer.sha256(), rows);
    }

    private CanonicalTransaction row(int n, String amount) {
        return new CanonicalTransaction(
                bank,
                "t" + n,
                Instant.parse("2024-01-01T00:00:00Z").plusSeconds(n),
                new BigDecimal(amount),
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
