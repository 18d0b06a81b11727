package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.testing.RawBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFileRefusalTest {

    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final String PAYSIM_HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @Test
    void fileUnderBothNamesIsRefused() {
        bucket.raw(3, PAYSIM, PAYSIM_HEADER);
        bucket.raw(3, PAYSIM + ".gz", PAYSIM_HEADER);

        assertThatThrownBy(() -> bucket.prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("found both");
    }

    @Test
    void fileCutOffInItsCompressionIsRefusedByName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(PAYSIM_HEADER.getBytes(StandardCharsets.UTF_8));
            gzip.write("5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n"
                    .repeat(100)
                    .getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20);
        bucket.raw(3, PAYSIM + ".gz", cut);

        assertThatThrownBy(() -> bucket.prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining(PAYSIM)
                .hasMessageContaining("expected gzip to its end");
    }

    @Test
    void emptyFileIsRefused() {
        bucket.raw(3, PAYSIM, "");

        assertThatThrownBy(() -> bucket.prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessage(PAYSIM + " line 1: expected a header, found an empty file");
    }
}
