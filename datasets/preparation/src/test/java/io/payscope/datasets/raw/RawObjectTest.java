package io.payscope.datasets.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.datasets.folder.FolderObjectStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawObjectTest {

    private static final String KEY = "raw/bank=3/file.csv";
    private static final int REST_BYTES = 1 << 20;

    @TempDir
    private Path folder;

    private FolderObjectStore objects;

    @BeforeEach
    void start() {
        objects = new FolderObjectStore(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unchangedFileIsReadToItsEnd(boolean gzip) throws IOException {
        assertThat(records(stored(bytes("a,b\n1,2\n", gzip)))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileReplacedAfterItWasHashedIsRefusedAtItsEnd(boolean gzip) throws IOException {
        RawObject file = stored(bytes("a,b\n1,2\n", gzip));
        stored(bytes("a,b\n1,3\n", gzip));

        assertChanged(file);
    }

    @Test
    void bytesBehindTheCompressedContentCountToo() throws IOException {
        byte[] gzip = bytes("a,b\n1,2\n", true);
        byte[] longer = Arrays.copyOf(gzip, gzip.length + REST_BYTES);
        RawObject file = stored(longer);
        assertThat(records(file)).isEqualTo(2);
        longer[longer.length - 1] = 1;
        stored(longer);

        assertChanged(file);
    }

    private void assertChanged(RawObject file) {
        assertThatThrownBy(() -> records(file))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith(KEY + ": changed while it was read");
    }

    private RawObject stored(byte[] body) {
        objects.put(KEY, body, "text/csv");
        return RawObject.of(objects, "file.csv", KEY);
    }

    private int records(RawObject file) throws IOException {
        int records = 0;
        try (RawScanner scanner = file.open(objects)) {
            while (scanner.next()) {
                records++;
            }
        }
        return records;
    }

    private static byte[] bytes(String text, boolean gzip) throws IOException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (!gzip) {
            return plain;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream target = new GZIPOutputStream(out)) {
            target.write(plain);
        }
        return out.toByteArray();
    }
}
