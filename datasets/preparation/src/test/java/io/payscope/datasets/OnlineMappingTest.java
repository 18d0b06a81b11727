package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.RawBucket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineMappingTest {

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @Test
    void onlinePaymentIsJoinedWithItsIdentity() throws IOException {
        bucket.raw(
                2,
                "train_transaction.csv",
                table(
                        0,
                        Map.of(
                                "TransactionID",
                                "2987004",
                                "TransactionDT",
                                "86506",
                                "TransactionAmt",
                                "50.125",
                                "ProductCD",
                                "H",
                                "isFraud",
                                "0",
                                "card1",
                                "4497",
                                "card4",
                                "visa",
                                "M1",
                                "T",
                                "M4",
                                "M2",
                                "V3",
                                "1.0"),
                        Map.of(
                                "TransactionID",
                                "2987005",
                                "TransactionDT",
                                "86510",
                                "TransactionAmt",
                                "10",
                                "ProductCD",
                                "W",
                                "isFraud",
                                "1",
                                "card1",
                                "4497",
                                "card4",
                                "visa")));
        String identity = table(1, Map.of("TransactionID", "2987004", "id_02", "70787.0"));
        bucket.raw(2, "train_identity.csv", identity.replace("id_", "id-"));

        Datasheet sheet = bucket.prepare(2);

        CanonicalTransaction row = sheet.rows().getFirst().transaction();
        assertThat(row.transactionId()).isEqualTo("2987004");
        assertThat(row.occurredAt()).isEqualTo(Instant.parse("2017-12-01T00:01:46Z"));
        assertThat(row.amount()).isEqualTo(new BigDecimal("50.125"));
        assertThat(row.channel()).isEqualTo("h");
        assertThat(row.payerId()).matches("k[0-9a-f]{16}");
        assertThat(row.payeeId()).isNull();
        assertThat(sheet.rows().get(1).transaction().payerId())
                .as("the same card")
                .isEqualTo(row.payerId());
        assertThat(sheet.feature(0, "id_02")).isEqualTo(70787);
        assertThat(sheet.feature(1, "id_02")).isNaN();
        assertThat(sheet.feature(0, "M1")).isEqualTo(1);
        assertThat(sheet.feature(0, "M4")).isEqualTo(2);
        assertThat(sheet.feature(1, "M1")).isNaN();
        assertThat(sheet.feature(0, "V3")).isEqualTo(1);
    }

    @Test
    void reusedIdWithOtherValuesIsRefused() throws IOException {
        Map<String, String> first = Map.of(
                "TransactionID",
                "1",
                "TransactionDT",
                "86506",
                "TransactionAmt",
                "50",
                "ProductCD",
                "H",
                "isFraud",
                "0",
                "card1",
                "4497");
        bucket.raw(
                2,
                "train_transaction.csv",
                table(0, first)
                        + table(0, first)
                                .replace(",50,", ",51,")
                                .lines()
                                .skip(1)
                                .collect(Collectors.joining()) + "\n");

        Datasheet sheet = bucket.prepare(2);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.identity().rejectedByRule()).isEqualTo(Map.of("unique-id", 1L));
    }

    /** A file of bank 2 with the given values, every other field empty. */
    @SafeVarargs
    private static String table(int file, Map<String, String>... rows) {
        RawFileSpec spec = Catalog.load().entry(new BankId(2)).files().get(file);
        StringBuilder text = new StringBuilder();
        text.append(spec.columns().stream().map(ColumnSpec::name).collect(Collectors.joining(",")));
        text.append('\n');
        for (Map<String, String> row : rows) {
            text.append(spec.columns().stream()
                    .map(column -> row.getOrDefault(column.name(), ""))
                    .collect(Collectors.joining(",")));
            text.append('\n');
        }
        return text.toString();
    }
}
