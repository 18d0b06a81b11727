package io.payscope.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandbookTest {

    private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
    private static final String START = "2019-02-19";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return Handbook.run(List.of(arguments), out);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** 75 days of 60 payments; 10 % frauds above an amount, and one terminal that is compromised for good. */
    private void write() throws IOException {
        StringBuilder text = new StringBuilder("TRANSACTION_ID,TX_DATETIME,CUSTOMER_ID,TERMINAL_ID,TX_AMOUNT,"
                + "TX_TIME_SECONDS,TX_TIME_DAYS,TX_FRAUD,TX_FRAUD_SCENARIO\n");
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
        Random random = new Random(4);
        int id = 0;
        for (int day = 0; day < 75; day++) {
            for (int i = 0; i < 60; i++) {
                int terminal = random.nextInt(40);
                double amount = Math.round(random.nextDouble() * 25_000) / 100.0;
                boolean fraud = terminal == 7 && random.nextInt(3) > 0 || amount > 235;
                LocalDateTime at = FIRST.plusDays(day).atStartOfDay().plusMinutes(24L * i);
                text.append(id++ + "," + format.format(at) + "," + random.nextInt(400) + "," + terminal + "," + amount
                        + ",0,0," + (fraud ? 1 : 0) + ",0\n");
            }
        }
        Files.writeString(folder.resolve("some.csv"), text);
    }

    @Test
    void measuresAnyFileOfTheSchemaAndJudgesOnlyTheBooksFolds() throws IOException {
        write();
        Path json = folder.resolve("out.json");

        assertThat(run(folder.toString(), "--train-start", START, "--json", json.toString()))
                .isZero();
        assertThat(printed())
                .contains(
                        "4,500 rows", "ours, own features", "logistic regression", "published: XGBoost", "no verdict");
        assertThat(Files.readString(json)).contains("\"averagePrecision\":", "\"accepted\":null");
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(printed()).contains("found none");
        write();
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(printed()).contains("training from 2018-07-11");
        assertThat(run(folder.toString(), "--features", "all")).isEqualTo(2);
        assertThat(run(folder.toString(), "--json")).isEqualTo(2);
        assertThat(run(folder.toString(), "--train-start", "soon")).isEqualTo(2);
        assertThat(printed()).contains("found soon");
    }

    @Test
    void cardsKnownToBeCompromisedAreLeftOut() throws IOException {
        write();
        LocalDate start = LocalDate.parse(START);
        try (HandbookRows rows = HandbookRows.read(HandbookFile.in(folder), start, start.plusDays(Fold.DAYS))) {
            Fold fold = Fold.of(rows, start);
            int day = 3;
            BitSet known = new BitSet();
            for (int row = 0; row < rows.firstOf(start.plusDays(7 + day)); row++) {
                if (rows.own().fraud(row)) {
                    known.set(rows.card(row));
                }
            }
            int from = rows.firstOf(start.plusDays(14 + day));
            int to = rows.firstOf(start.plusDays(15 + day));
            assertThat(to).isGreaterThan(from);
            for (int row = from; row < to; row++) {
                assertThat(fold.kept().get(row - fold.assessed().from())).isNotEqualTo(known.get(rows.card(row)));
            }
        }
    }

    @Test
    void aCriterionThatIsMissedIsNotAccepted() {
        HandbookReport report = new HandbookReport(
                List.of(), List.of(), List.of(new Criterion("a", 0.7, 0.6), new Criterion("b", 0.5, 0.6)));

        assertThat(report.accepted()).isFalse();
        assertThat(report.json()).contains("\"met\":false", "\"accepted\":false");
    }
}
