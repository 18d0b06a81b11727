package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorSettingsTest {

    @Test
    void withoutAHostPineconeItselfIsMeantAndCallsAreEncrypted() {
        VectorSettings settings = VectorSettings.from(Settings.of(Map.of("PAYSCOPE_VECTORS_API_KEY", "secret")));

        assertThat(settings).isEqualTo(new VectorSettings("", "secret", "payscope", "aws", "us-east-1"));
        assertThat(settings.tls()).isTrue();
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void localServerIsCalledInTheClear() {
        VectorSettings settings = VectorSettings.from(Settings.of(
                Map.of("PAYSCOPE_VECTORS_API_KEY", "secret", "PAYSCOPE_VECTORS_HOST", "http://127.0.0.1:5081")));

        assertThat(settings.tls()).isFalse();
    }

    @Test
    void missingKeyIsNamed() {
        Settings nothing = Settings.of(Map.of());

        assertThatThrownBy(() -> VectorSettings.from(nothing))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_VECTORS_API_KEY");
    }
}
