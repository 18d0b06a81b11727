package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.RawBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases C1 to C4 of the reference: how a file may be written, and how it may not. */
class RawTextCasesTest {

    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";
    private static final String ROW = "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n";
    private static final String SECOND = "6,PAYMENT,20,C14,50,30,M1,0,0,0,0\n";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @Test
    void c1LineEndsMarkAndQuotesMakeNoDifference() throws IOException {
        List<CanonicalTransaction> expected = transactions(HEADER + ROW + SECOND);
        assertThat(expected).hasSize(2);
        String plain = HEADER + ROW + SECOND;

        assertThat(transactions("\ufeff" + plain)).as("mark").isEqualTo(expected);
        assertThat(transactions(plain.replace("\n", "\r\n"))).as("CRLF").isEqualTo(expected);
        assertThat(transactions(plain.replace("\n", "\r"))).as("CR").isEqualTo(expected);
        assertThat(transactions(plain.strip())).as("no last line end").isEqualTo(expected);
        assertThat(transactions(plain.replaceAll("[^,\n]+", "\"$0\"")))
                .as("quoted")
                .isEqualTo(expected);
    }

    @Test
    void c1QuotedQuotesAndLineBreaksBelongToTheText() throws IOException {
        Datasheet sheet = prepare(HEADER + ROW.replace("C13", "\"C\"\"1,3\"") + SECOND.replace("C14", "\"C\n14\""));

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().transaction().payerId()).isEqualTo("C\"1,3");
        assertThat(bucket.rejects(sheet))
                .as("a line break is a control character, and no part of an id")
                .containsExactly(PAYSIM + ",3,nameOrig,text,C 14");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, 0", "UTF-16LE, 1", "UTF-16BE, 0"})
    void c2Utf16IsRefusedWithItsPlace(String charset, int place) {
        bucket.raw(3, PAYSIM, (HEADER + ROW).getBytes(Charset.forName(charset)));

        assertThatThrownBy(() -> bucket.prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith(PAYSIM + " byte " + place + ": expected UTF-8, found ")
                .hasMessageContaining("UTF-16");
    }

    @Test
    void c2WrongBytesCostTheirRowAndAreNamed() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(bytes(HEADER));
        file.writeBytes(ROW.replace("C13", "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(bytes(ROW.replace("C13", "C\0")));
        file.writeBytes(ROW.replace("C13", "C\u00ed\u00a0\u0080").getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(bytes(SECOND));
        bucket.raw(3, PAYSIM, file.toByteArray());

        Datasheet sheet = bucket.prepare(3);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(bucket.rejects(sheet))
                .satisfiesExactly(
                        latin1 -> assertThat(latin1).startsWith(PAYSIM + ",2,").contains(",encoding,", "0xe9", "\\xe9"),
                        nul -> assertThat(nul).startsWith(PAYSIM + ",3,").contains(",encoding,", "NUL byte"),
                        surrogate -> assertThat(surrogate)
                                .startsWith(PAYSIM + ",4,")
                                .contains(",encoding,", "0xed", "\\xed\\xa0\\x80"));
    }

    @Test
    void c3RepeatedAndMissingColumnsAreRefusedByName() {
        assertThatThrownBy(() -> prepare(HEADER.replace("isFlaggedFraud", "AMOUNT") + ROW))
                .isInstanceOf(DataFault.class)
                .hasMessage(PAYSIM + " line 1: expected each column once, found 'AMOUNT' twice");
        assertThatThrownBy(() -> prepare(HEADER.replace(",amount,", ",value,") + ROW))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith(PAYSIM + " line 1: expected the column 'amount', found [step, type, value,");
    }

    @Test
    void c3ExtraReorderedAndRespelledColumnsAreAccepted() throws IOException {
        List<CanonicalTransaction> expected = transactions(HEADER + ROW);

        assertThat(transactions("more," + HEADER + "x," + ROW)).as("extra").isEqualTo(expected);
        assertThat(transactions(HEADER.replace("step,type", "type,step") + ROW.replace("5,TRANSFER", "TRANSFER,5")))
                .as("order")
                .isEqualTo(expected);
        assertThat(transactions(HEADER.replace("nameOrig", " NAMEORIG ") + ROW))
                .as("case")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2\n", "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0,more\n"})
    void c4RaggedRowIsRefusedWithItsLine(String ragged) throws IOException {
        Datasheet sheet = prepare(HEADER + ROW + ragged + SECOND);

        assertThat(sheet.rows()).hasSize(2);
        assertThat(bucket.rejects(sheet)).singleElement().asString().startsWith(PAYSIM + ",3,,field-count,");
    }

    @Test
    void c4HugeFieldAndHugeRowCostThemselvesOnly() throws IOException {
        Datasheet sheet = prepare(HEADER + ROW.replace("C13", "x".repeat(10 * MEBIBYTE)) + ",".repeat(100_000) + "\n"
                + ROW.replace("C13", "y".repeat(1000)) + SECOND);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(bucket.rejects(sheet))
                .satisfiesExactly(
                        field -> assertThat(field).startsWith(PAYSIM + ",2,,length,"),
                        columns -> assertThat(columns).startsWith(PAYSIM + ",3,,length,"),
                        text -> assertThat(text).startsWith(PAYSIM + ",4,nameOrig,length,yyy"));
    }

    @Test
    void c4HeaderOfTooManyColumnsIsRefused() {
        assertThatThrownBy(() -> prepare("a,".repeat(100_000) + "b\n"))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("line 1: expected a header");
    }

    @Test
    void c4OpenQuoteDoesNotSwallowTheFile() throws IOException {
        Datasheet sheet = prepare(HEADER + ROW.replace("C13", "\"C13") + SECOND);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(bucket.rejects(sheet)).singleElement().asString().startsWith(PAYSIM + ",2,,quotes,");
    }

    private List<CanonicalTransaction> transactions(String text) throws IOException {
        return prepare(text).rows().stream().map(row -> row.transaction()).toList();
    }

    private Datasheet prepare(String text) throws IOException {
        bucket.raw(3, PAYSIM, text);
        return bucket.prepare(3);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
