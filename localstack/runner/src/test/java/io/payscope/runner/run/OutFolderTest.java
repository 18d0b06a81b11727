package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFolderTest {

    @TempDir
    private Path root;

    @Test
    void secondHolderIsRefusedAndToldWhoTheFirstIs() {
        try (OutFolder held = OutFolder.take(root)) {
            assertThatThrownBy(() -> OutFolder.take(root))
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining(held.root().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("stop --out");
        }
        OutFolder.take(root).close();
        assertThat(OutFolder.holder(root)).isEmpty();
    }

    @Test
    void temporaryFilesOfAKilledRunGoAndNoOthers() throws Exception {
        String before = System.getProperty("java.io.tmpdir");
        Files.writeString(Files.createDirectories(root.resolve("tmp")).resolve("left.so"), "left");
        Files.createDirectories(root.resolve("state"));

        try (OutFolder held = OutFolder.take(root)) {
            assertThat(System.getProperty("java.io.tmpdir"))
                    .isEqualTo(held.root().resolve("tmp").toString());
            assertThat(held.root().resolve("tmp")).isEmptyDirectory();
            assertThat(held.hasState()).isTrue();
        }

        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(before);
        assertThat(root.resolve("tmp")).doesNotExist();
    }
}
