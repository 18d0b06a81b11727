package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.quality.HeaderWarning;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawHeaderTest {

    private static final List<ColumnSpec> COLUMNS = List.of(
            new ColumnSpec("id_01", ColumnSpec.Type.NUMBER, true),
            new ColumnSpec("Amount", ColumnSpec.Type.NUMBER, false));

    @Test
    void orderCaseAndDashesMakeNoDifference() {
        assertThat(new RawHeader(List.of("AMOUNT", "more", "id-01")).positions("file.csv", COLUMNS))
                .containsExactly(2, 0);
    }

    @Test
    void whatWasMappedOrIgnoredIsToldInTheOrderOfTheFile() {
        HeaderMatch match = new RawHeader(List.of("more", "\ufeffAMOUNT\u00a0", "id-01")).match("file.csv", COLUMNS);

        assertThat(match.positions()).containsExactly(2, 1);
        assertThat(match.warnings())
                .containsExactly(
                        new HeaderWarning("file.csv", HeaderWarning.Kind.IGNORED, "more", ""),
                        new HeaderWarning("file.csv", HeaderWarning.Kind.MAPPED, "\ufeffAMOUNT\u00a0", "Amount"),
                        new HeaderWarning("file.csv", HeaderWarning.Kind.MAPPED, "id-01", "id_01"));
        assertThat(new RawHeader(List.of("Amount", "id_01"))
                        .match("file.csv", COLUMNS)
                        .warnings())
                .as("order alone is no drift")
                .isEmpty();
    }

    @Test
    void missingColumnIsNamed() {
        assertThatThrownBy(() -> new RawHeader(List.of("id_01", "x")).positions("file.csv", COLUMNS))
                .isInstanceOf(DataFault.class)
                .hasMessage("file.csv line 1: expected the column 'Amount', found [id_01, x]");
    }

    @Test
    void repeatedColumnIsRefused() {
        assertThatThrownBy(() -> new RawHeader(List.of("id_01", "Amount", "amount")).positions("file.csv", COLUMNS))
                .isInstanceOf(DataFault.class)
                .hasMessage("file.csv line 1: expected each column once, found 'amount' twice");
    }
}
