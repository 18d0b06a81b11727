package io.payscope.runner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    @TempDir
    private Path folder;

    @Test
    void keyIsMadeOnceForItsOwnerOnlyAndItsPrivateHalfIsNotPublished() throws Exception {
        Path file = folder.resolve("config").resolve("key.jwk");

        LocalIssuer first = LocalIssuer.of(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(LocalIssuer.of(file).publicKeys()).isEqualTo(first.publicKeys());
        assertThat(first.publicKeys())
                .contains("\"kid\"")
                .doesNotContain("\"d\"")
                .doesNotContain("\"p\"");
    }
}
