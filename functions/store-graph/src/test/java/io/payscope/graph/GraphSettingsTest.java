package io.payscope.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSettingsTest {

    private static GraphSettings read(String uri) {
        return GraphSettings.from(
                Settings.of(Map.of("PAYSCOPE_GRAPH_URI", uri, "PAYSCOPE_GRAPH_PASSWORD", "very-secret")));
    }

    @Test
    void everySettingIsRead() {
        assertThat(read("bolt://127.0.0.1:7687"))
                .isEqualTo(new GraphSettings(URI.create("bolt://127.0.0.1:7687"), "neo4j", "very-secret"));
        assertThat(read("neo4j+s://graph.example").toString()).doesNotContain("very-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:7687", "http://127.0.0.1", "not a uri"})
    void aUriIsABoltUri(String uri) {
        assertThatThrownBy(() -> read(uri)).isInstanceOf(ConfigFault.class).hasMessageContaining("PAYSCOPE_GRAPH_URI");
    }

    @Test
    void aMissingSettingIsRefused() {
        assertThatThrownBy(() -> GraphSettings.from(Settings.of(Map.of()))).isInstanceOf(ConfigFault.class);
    }
}
