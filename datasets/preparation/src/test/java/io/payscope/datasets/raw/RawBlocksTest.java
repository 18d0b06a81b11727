package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawBlocksTest {

    private static final String[] PIECES = {
        "1", "23", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "\"4,5\"", "\"6\n7\"", ""
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1 << 19})
    void blocksGiveTheRecordsOfTheWholeFile(int blockBytes) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder("a,b\n");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String file = text.toString();

            assertThat(byBlocks(file, blockBytes)).as(file).isEqualTo(whole(file));
        }
    }

    @Test
    void quoteThatIsOpenForMoreThanARecordCostsItsLineOnly() throws IOException {
        String file = "a,b\n1,\"2\n" + "3,4\n".repeat(600_000) + "5,\"6\n" + "7,8\n".repeat(10);

        assertThat(byBlocks(file, RawBlocks.BLOCK_BYTES)).isEqualTo(whole(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void openQuoteCostsItsLineWhateverEndsLines(String end) throws IOException {
        String file = "a,b" + end + "1,\"2" + end + ("3,4" + end).repeat(400_000) + "5,\"6\"x" + end + "7,8" + end;

        List<String> records = byBlocks(file, RawBlocks.BLOCK_BYTES);

        assertThat(records).isEqualTo(whole(file)).hasSize(400_003);
        assertThat(records).filteredOn(record -> record.contains("QUOTES")).hasSize(2);
    }

    @Test
    void overlongLineCostsItselfOnly() throws IOException {
        String file = "a,b\n1,2\n3," + "x".repeat(3 * RawScanner.MAX_RECORD) + "\n5,6\n7,"
                + "y".repeat(RawScanner.MAX_RECORD) + "\n";

        assertThat(byBlocks(file, RawBlocks.BLOCK_BYTES)).isEqualTo(whole(file)).hasSize(4);
    }

    private static List<String> whole(String text) throws IOException {
        List<String> records = new ArrayList<>();
        try (RawScanner scanner = open(text)) {
            while (scanner.next()) {
                records.add(record(scanner, 0, 0));
            }
        }
        return records;
    }

    private static List<String> byBlocks(String text, int blockBytes) throws IOException {
        List<String> records = new ArrayList<>();
        RawScanner header = open(text);
        long lines = header.linesPassed();
        long rows = 0;
        try (RawBlocks blocks = header.blocks()) {
            RawBlock block = blocks.next(new byte[blockBytes]);
            while (block != null) {
                RawScanner scanner = new RawScanner(block, 2);
                while (scanner.next()) {
                    records.add(record(scanner, lines, rows));
                }
                assertThat(scanner.unfinishedFrom()).isNegative();
                lines += scanner.linesPassed();
                rows += scanner.record() - 1;
                block = blocks.next(new byte[blockBytes]);
            }
        }
        return records;
    }

    private static RawScanner open(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RawScanner scanner = new RawScanner("file.csv", new ByteArrayInputStream(bytes));
        RawHeader.read("file.csv", scanner);
        return scanner;
    }

    private static String record(RawScanner scanner, long linesBefore, long rowsBefore) {
        StringBuilder text = new StringBuilder()
                .append(linesBefore + scanner.line())
                .append('/')
                .append(rowsBefore + scanner.record())
                .append('@')
                .append(scanner.broken() == null ? scanner.offset(scanner.start(0)) : scanner.broken());
        for (int i = 0; i < scanner.fields(); i++) {
            text.append('|')
                    .append(new String(
                            scanner.bytes(),
                            scanner.start(i),
                            scanner.end(i) - scanner.start(i),
                            StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
