package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSearchTest {

    private static final String JSON = "{\"username\":\"me\",\"key\":\"k3y\"}";

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void live() {
        environment.put("HOME", home.toString());
    }

    private KaggleCredentials found() {
        return new CredentialSearch(environment, warnings::add).find();
    }

    private Path write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    @Test
    void theFirstOfTheOfficialOrderWins() throws IOException {
        assertThat(found()).isInstanceOf(KaggleCredentials.Anonymous.class);
        write(".config/kaggle/kaggle.json", JSON.replace("k3y", "of-xdg"));
        assertThat(authorization()).isEqualTo("Basic bWU6b2YteGRn");
        write(".kaggle/kaggle.json", JSON);
        assertThat(authorization()).isEqualTo("Basic bWU6azN5");
        environment.put(
                "KAGGLE_CONFIG_DIR",
                write("elsewhere/kaggle.json", JSON.replace("k3y", "other"))
                        .getParent()
                        .toString());
        assertThat(authorization()).isEqualTo("Basic bWU6b3RoZXI=");
        environment.putAll(Map.of("KAGGLE_USERNAME", "you", "KAGGLE_KEY", "k"));
        assertThat(authorization()).isEqualTo("Basic eW91Oms=");
        write(".kaggle/access_token.txt", "second\n");
        assertThat(authorization()).isEqualTo("Bearer second");
        write(".kaggle/access_token", " first \n");
        assertThat(authorization()).isEqualTo("Bearer first");
        environment.put("KAGGLE_API_TOKEN", write("token", "of-file\n").toString());
        assertThat(authorization()).isEqualTo("Bearer of-file");
        environment.put("KAGGLE_API_TOKEN", "opaque");
        assertThat(authorization()).isEqualTo("Bearer opaque");
    }

    private String authorization() {
        return found().authorization().orElse("");
    }

    @Test
    void xdgFolderCanBeMoved() throws IOException {
        write("moved/kaggle/kaggle.json", JSON);
        environment.put("XDG_CONFIG_HOME", home.resolve("moved").toString());

        assertThat(authorization()).isEqualTo("Basic bWU6azN5");
    }

    @Test
    void fileThatOthersMayReadIsWarnedOf() throws IOException {
        Path file = write(".kaggle/access_token", "opaque");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        found();
        assertThat(warnings).singleElement().asString().contains("chmod 600 " + file);
        warnings.clear();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        found();

        assertThat(warnings).isEmpty();
    }

    @Test
    void emptyVariablesAreNotSet() {
        environment.putAll(Map.of("KAGGLE_API_TOKEN", "", "KAGGLE_USERNAME", " ", "KAGGLE_KEY", ""));

        assertThat(found()).isInstanceOf(KaggleCredentials.Anonymous.class);
    }

    @Test
    void noTextFormShowsASecret() throws IOException {
        write(".kaggle/kaggle.json", JSON);
        assertThat(found().toString()).contains("kaggle.json").doesNotContain("k3y");
        environment.put("KAGGLE_API_TOKEN", "opaque");
        assertThat(found().toString()).isEqualTo("Bearer[KAGGLE_API_TOKEN]");
        assertThat(found().redact("it said opaque")).isEqualTo("it said ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t", "{\"username\":\"me\"}", "{\"username\":\"me\",\"key\":7", "[\"s3cr3t\"]"})
    void brokenFileIsNamedWithoutItsContent(String content) throws IOException {
        Path file = write(".kaggle/kaggle.json", content);

        assertThatThrownBy(this::found)
                .isInstanceOf(ConfigFault.class)
                .hasMessageStartingWith(file + ": expected ")
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "two\nlines", "ünicode"})
    void tokenThatNoHeaderCanCarryIsRefusedUnseen(String token) {
        environment.put("KAGGLE_API_TOKEN", token);

        assertThatThrownBy(this::found)
                .isInstanceOf(ConfigFault.class)
                .hasMessageStartingWith("KAGGLE_API_TOKEN: expected an access token")
                .hasMessageNotContaining(token);
    }
}
