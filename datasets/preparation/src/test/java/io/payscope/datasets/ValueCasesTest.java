package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.quality.DatasetProfile;
import io.payscope.datasets.quality.LearningOutlook;
import io.payscope.datasets.quality.Origin;
import io.payscope.datasets.quality.QualityPage;
import io.payscope.datasets.quality.QualityReport;
import io.payscope.datasets.quality.QualityReports;
import io.payscope.datasets.quality.Rejects;
import io.payscope.datasets.quality.RowFlow;
import io.payscope.datasets.quality.SamplingSummary;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.RawBucket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases C5 to C8 of the reference: numbers, times, exported cells, and too little data. */
class ValueCasesTest {

    private static final String CARDS = "creditcard.csv";
    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";
    private static final String GOOD = "6,PAYMENT,20,C14,50,30,M1,0,0,0,0\n";
    private static final String ORDERS = "olist_orders_dataset.csv";
    private static final String PAYMENTS = "olist_order_payments_dataset.csv";

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e309",
                "1e-400",
                "NaN",
                "Infinity",
                "-inf",
                "\"1,234.56\"",
                "$-7.90",
                "(7.90)",
                "\u0663",
                "(null)",
                "N/A",
                "NULL",
                "-",
                " 7",
                "0x1F",
                "1_000",
                "7.9.0"
            })
    void c5WhatIsNoPlainNumberIsRefusedAndNeverZero(String value) throws IOException {
        Datasheet balance = prepare(HEADER + "5,TRANSFER,181.5,C13," + value + ",0,C55,21.25,0,1,0\n" + GOOD);
        assertThat(balance.rows()).hasSize(1);
        assertThat(bucket.rejects(balance)).singleElement().asString().startsWith(PAYSIM + ",2,oldbalanceOrg,number");

        Datasheet amount = prepare(HEADER + "5,TRANSFER," + value + ",C13,1,0,C55,21.25,0,1,0\n" + GOOD);
        assertThat(amount.rows()).hasSize(1);
        assertThat(amount.identity().rowsRejected()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-0, 0", "+7, 7", "1.5e2, 150", ".5, 0.5", "12345678901234567890, 12345678901234567890"})
    void c5PlainNumbersOfAnySpellingAreRead(String value, double expected) throws IOException {
        bucket.raw(1, CARDS, cards(value, "12"));

        assertThat(bucket.prepare(1).feature(0, "V1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"12345678901234567890, amount", "0.1234567, amount", "-7.90, amount-not-negative"})
    void c5AmountsAreRefusedRatherThanRounded(String value, String rule) throws IOException {
        Datasheet sheet = prepare(HEADER + "5,TRANSFER," + value + ",C13,1,0,C55,21.25,0,1,0\n" + GOOD);

        assertThat(bucket.rejects(sheet)).containsExactly(PAYSIM + ",2,amount," + rule + "," + value);
    }

    @Test
    void c5NegativeZeroIsZero() throws IOException {
        bucket.raw(1, CARDS, cards("-0.0", "-0"));
        Datasheet sheet = bucket.prepare(1);

        assertThat(Double.doubleToRawLongBits(sheet.feature(0, "V1"))).isZero();
        assertThat(sheet.rows())
                .extracting(row -> row.transaction().amount().toString())
                .containsExactlyInAnyOrder("0.00", "13.00");
    }

    /** Counts of seconds and milliseconds, offsets and future times: see InstantsTest. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-30 10:00:00, time",
        "0001-01-01 00:00:00, time",
        "2017-10-15 00:30:00, time-gap",
        "2017-10-15T10:30:00, time",
        "1508032200, time",
        "1508032200000, time"
    })
    void c6ImpossibleTimesAreRefusedByTheirRule(String value, String rule) throws IOException {
        bucket.raw(
                4,
                ORDERS,
                "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
                        + "order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n"
                        + "o1,c1,shipped," + value + ",,,,2017-12-20 00:00:00\n"
                        + "o2,c2,shipped,2017-10-15 01:00:00,,,,2017-12-20 00:00:00\n");
        bucket.raw(
                4,
                PAYMENTS,
                "order_id,payment_sequential,payment_type,payment_installments,payment_value\n"
                        + "o1,1,boleto,1,5\no2,1,boleto,1,5\n");

        Datasheet sheet = bucket.prepare(4);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().transaction().occurredAt()).hasToString("2017-10-15T03:00:00Z");
        assertThat(bucket.rejects(sheet)).containsExactly(ORDERS + ",2,order_purchase_timestamp," + rule + "," + value);
    }

    @Test
    void c7ExportedCellsAreNoFormulas() throws IOException {
        List<String> types = List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)");
        StringBuilder text = new StringBuilder(HEADER);
        types.forEach(type -> text.append("5," + type + ",181.5,C13,1,0,C55,21.25,0,1,0\n"));
        text.append("5,PAYMENT,-7.90,C13,1,0,C55,21.25,0,1,0\n").append(GOOD);

        Datasheet sheet = prepare(text.toString());

        assertThat(bucket.rejects(sheet))
                .containsExactly(
                        PAYSIM + ",2,type,type-known,'=1+1",
                        PAYSIM + ",3,type,type-known,'+1+1",
                        PAYSIM + ",4,type,type-known,'-1+1",
                        PAYSIM + ",5,type,type-known,'@SUM(A1)",
                        PAYSIM + ",6,amount,amount-not-negative,-7.90");
    }

    @Test
    void c8FileWithoutRowsIsADeclaredFault() {
        assertThatThrownBy(() -> prepare("")).isInstanceOf(DataFault.class).hasMessageContaining("found an empty file");
        assertThatThrownBy(() -> prepare(HEADER))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("expected valid rows")
                .hasMessageContaining("found none among 0");
    }

    @Test
    void c8OneRowAndOneClassAreNotTrainableAndSaidSo() throws IOException {
        QualityReport one = report(prepare(HEADER + GOOD));
        assertThat(one.rows()).isEqualTo(new RowFlow(1, 0, 0, 0, 1, 1));
        assertThat(one.learning().state()).isEqualTo(LearningOutlook.State.NOT_TRAINABLE);

        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 500; i++) {
            text.append(GOOD.replace("C14", "C" + i));
        }
        QualityReport legitimate = report(prepare(text.toString()));
        assertThat(legitimate.notices())
                .containsExactly("Not trainable: All labelled rows are of one class: legitimate.");
        assertThat(QualityPage.of(legitimate)).contains("Not trainable");

        bucket.raw(1, CARDS, cards("0.5", "12"));
        assertThat(report(bucket.prepare(1)).learning().reason()).endsWith("of one class: fraud.");
    }

    private static String cards(String first, String amount) {
        StringBuilder header = new StringBuilder("Time,V1");
        StringBuilder row = new StringBuilder("7,").append(first);
        for (int i = 2; i <= 28; i++) {
            header.append(",V").append(i);
            row.append(",0.5");
        }
        return header + ",Amount,Class\n" + row + "," + amount + ",1\n" + row + ",13,1\n";
    }

    private QualityReport report(Datasheet sheet) throws IOException {
        BankEntry entry =
                Catalog.load().entry(new BankId(sheet.identity().bankId().value()));
        try (Rejects rejects = new Rejects(folder)) {
            return QualityReports.of(
                    entry,
                    "id",
                    "1",
                    Origin.ORIGINAL,
                    RowFlow.of(sheet.identity()),
                    SamplingSummary.of(sheet.identity()),
                    new DatasetProfile(entry.files()),
                    rejects,
                    List.of());
        }
    }

    private Datasheet prepare(String text) throws IOException {
        bucket.raw(3, PAYSIM, text);
        return bucket.prepare(3);
    }
}
