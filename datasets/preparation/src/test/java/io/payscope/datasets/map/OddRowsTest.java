package io.payscope.datasets.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.quality.ColumnSummary;
import io.payscope.datasets.quality.FileProfile;
import io.payscope.datasets.quality.NumberSummary;
import io.payscope.datasets.raw.HeaderMatch;
import io.payscope.datasets.raw.RawHeader;
import io.payscope.datasets.raw.RawScanner;
import io.payscope.datasets.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Card payments out of order, their times written as decimals, where they are at hand. */
class OddRowsTest {

    private static final int ROWS = 2_000;

    @Test
    void profileOfTheOddRowsIsTheirs() throws IOException {
        Optional<Path> data = SharedData.find("OddRowsTest, the profile of unsorted card payments");
        assumeTrue(data.isPresent(), "no real rows at hand");
        Path file = data.orElseThrow().resolve("odd/creditcard_random2000.csv");
        BankEntry entry = Catalog.load().entry(new BankId(1));
        FileProfile profile = new FileProfile(entry.mainFile());
        List<FieldForm> forms = entry.mainFile().columns().stream()
                .map(column -> FieldForm.of(column, null))
                .toList();
        try (RawScanner scanner = new RawScanner("creditcard.csv", Files.newInputStream(file))) {
            HeaderMatch match = RawHeader.read("creditcard.csv", scanner)
                    .match("creditcard.csv", entry.mainFile().columns());
            assertThat(match.warnings()).isEmpty();
            while (scanner.next()) {
                for (int column = 0; column < forms.size(); column++) {
                    int field = match.positions()[column];
                    double value = forms.get(column).read(scanner.bytes(), scanner.start(field), scanner.end(field));
                    assertThat(value).isNotNaN();
                    profile.add(column, value);
                }
            }
        }

        List<ColumnSummary> columns = profile.summary().columns();
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.rows()).isEqualTo(ROWS);
            assertThat(column.missing()).isZero();
        });
        NumberSummary time = numbers(columns.getFirst());
        assertThat(time.minimum()).isNotNegative();
        assertThat(time.maximum()).isLessThan(172_800);
        NumberSummary label = numbers(columns.getLast());
        assertThat(label.mean()).as("6 frauds").isCloseTo(6.0 / ROWS, Offset.offset(1e-15));
        assertThat(label.p99()).isZero();
    }

    private static NumberSummary numbers(ColumnSummary column) {
        return Objects.requireNonNull(column.numbers());
    }
}
