package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectSettingsTest {

    private static final String BUCKET = "PAYSCOPE_BUCKET";

    private static ObjectSettings read(Map<String, String> environment) {
        return ObjectSettings.from(Settings.of(environment));
    }

    @Test
    void awsNeedsABucketOnly() {
        assertThat(read(Map.of(BUCKET, "b"))).isEqualTo(new ObjectSettings("b", null, "", ""));
    }

    @Test
    void everySettingIsRead() {
        assertThat(read(Map.of(
                        BUCKET,
                        "b",
                        "PAYSCOPE_S3_ENDPOINT",
                        "http://127.0.0.1:9000",
                        "PAYSCOPE_S3_ACCESS_KEY",
                        "a",
                        "PAYSCOPE_S3_SECRET_KEY",
                        "s")))
                .isEqualTo(new ObjectSettings("b", URI.create("http://127.0.0.1:9000"), "a", "s"));
    }

    @Test
    void aMissingBucketIsRefused() {
        assertThatThrownBy(() -> read(Map.of())).isInstanceOf(ConfigFault.class).hasMessageContaining(BUCKET);
        assertThatThrownBy(() -> read(Map.of(BUCKET, ""))).isInstanceOf(ConfigFault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9000", "not a url", "/path"})
    void anEndpointIsAUrl(String endpoint) {
        assertThatThrownBy(() -> read(Map.of(BUCKET, "b", "PAYSCOPE_S3_ENDPOINT", endpoint)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_S3_ENDPOINT");
    }

    @Test
    void aKeyNeedsItsSecret() {
        assertThatThrownBy(() -> read(Map.of(BUCKET, "b", "PAYSCOPE_S3_ACCESS_KEY", "a")))
                .isInstanceOf(ConfigFault.class);
    }
}
