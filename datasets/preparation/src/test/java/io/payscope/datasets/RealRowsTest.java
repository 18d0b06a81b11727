package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.LifecycleStage;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.Lineage;
import io.payscope.datasets.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the real sources, where they are at hand. */
class RealRowsTest {

    @TempDir
    private Path folder;

    private FolderObjectStore objects;
    private Path data;

    @BeforeEach
    void findData() throws IOException {
        Optional<Path> found = SharedData.find("RealRowsTest, the samples of the real sources");
        assumeTrue(found.isPresent(), "no real rows at hand");
        data = found.orElseThrow();
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
    }

    @Test
    void cardPayments() throws IOException {
        stage(1, data.resolve("real/bank-1"));

        Datasheet sheet = prepare(1);

        assertThat(sheet.identity().rowsRead()).isEqualTo(19_920);
        assertThat(sheet.identity().rejectedByRule()).isEmpty();
        assertThat(sheet.rows()).hasSize(19_920 - (int) sheet.identity().duplicatesRemoved());
        assertThat(sheet.identity().labelsAfter().fraud()).isEqualTo(34);
    }

    @Test
    void cardPaymentsOutOfOrderWithTimesAsDecimals() throws IOException {
        objects.put("raw/bank=1/creditcard.csv", data.resolve("odd/creditcard_random2000.csv"), "text/csv");

        Datasheet sheet = prepare(1);

        assertThat(sheet.identity().rowsRead()).isEqualTo(2_000);
        assertThat(sheet.identity().labelsAfter().fraud()).isEqualTo(6);
        assertThat(sheet.rows())
                .isSortedAccordingTo((a, b) ->
                        a.transaction().occurredAt().compareTo(b.transaction().occurredAt()));
        long[] raw = Lineage.of(objects, sheet);
        assertThat(sheet.rows())
                .filteredOn(row -> raw[(int) row.transaction().sourceRow() - 1] == 1)
                .extracting(row -> row.transaction().occurredAt())
                .isEqualTo(List.of(Instant.parse("2013-09-02T20:42:24Z")));
    }

    @Test
    void sameRowHasSameIdInEveryFile() throws IOException {
        stage(1, data.resolve("real/bank-1"));
        List<String> whole = ids(prepare(1));
        objects.put("raw/bank=1/creditcard.csv", data.resolve("odd/creditcard_random2000.csv"), "text/csv");

        assertThat(ids(prepare(1))).as("rows that both samples hold").containsAnyElementsOf(whole);
    }

    @Test
    void onlinePaymentsAreMissingByName() {
        assertThatThrownBy(() -> prepare(2))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("bank 2")
                .hasMessageContaining("train_transaction.csv");
    }

    @Test
    void mobileMoney() throws IOException {
        stage(3, data.resolve("real/bank-3"));

        Datasheet sheet = prepare(3);

        assertThat(sheet.rows()).hasSize(19_999);
        assertThat(sheet.identity().labelsAfter().fraud()).isEqualTo(81);
        assertThat(sheet.identity().rejectedByRule()).isEmpty();
    }

    @Test
    void orders() throws IOException {
        stage(4, data.resolve("real/bank-4"));

        Datasheet sheet = prepare(4);

        assertThat(sheet.rows()).hasSize(4_071);
        assertThat(sheet.identity().rejectedByRule()).isEmpty();
        assertThat(sheet.identity().labelsAfter().unknown()).isEqualTo(4_071);
        assertThat(sheet.rows().stream()
                        .map(row -> row.transaction().lifecycleStage())
                        .filter(LifecycleStage.CANCELLED::equals))
                .as("20 canceled and 18 unavailable")
                .hasSize(38);
        assertThat(sheet.rows().stream()
                        .map(row -> row.transaction().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("every payment counts once")
                .isEqualByComparingTo(paid());
        assertThat(known(sheet, "product_count"))
                .as("few items belong to these orders")
                .hasSize(175);
        assertThat(known(sheet, "weight_g").sum()).as("grams").isEqualTo(396_813);
        assertThat(known(sheet, "category_count").sum()).isEqualTo(177);
    }

    /** The values of a feature, missing ones left out. */
    private static DoubleStream known(Datasheet sheet, String feature) {
        return IntStream.range(0, sheet.rows().size())
                .mapToDouble(row -> sheet.feature(row, feature))
                .filter(value -> !Double.isNaN(value));
    }

    private BigDecimal paid() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("real/bank-4/olist_order_payments_dataset.csv"))) {
            return lines.skip(1)
                    .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static List<String> ids(Datasheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.transaction())
                .map(CanonicalTransaction::transactionId)
                .toList();
    }

    private Datasheet prepare(int bank) throws IOException {
        return Datasheet.prepare(objects, folder, bank, null);
    }

    private void stage(int bank, Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(file -> objects.put("raw/bank=" + bank + "/" + file.getFileName(), file, "text/csv"));
        }
    }
}
