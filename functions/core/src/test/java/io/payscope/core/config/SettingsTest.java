package io.payscope.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void aGivenValueWinsOverTheDefault() {
        Settings settings = Settings.of(Map.of("PAYSCOPE_VECTORS_INDEX", "other"));

        assertThat(settings.get(Setting.VECTORS_INDEX)).isEqualTo("other");
        assertThat(settings.get(Setting.GRAPH_USER)).isEqualTo("neo4j");
    }

    @Test
    void aSettingWithoutDefaultMustBeGiven() {
        assertThatThrownBy(() -> Settings.of(Map.of()).get(Setting.BUCKET))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_BUCKET");
    }

    @Test
    void aVariableThatNamesNoSettingIsRefused() {
        assertThatThrownBy(() -> Settings.of(Map.of("PAYSCOPE_BUKET", "x")))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_BUKET");
    }

    @Test
    void variablesOfOthersAreIgnored() {
        assertThat(Settings.of(Map.of("PATH", "x")).get(Setting.VECTORS_INDEX)).isEqualTo("payscope");
    }

    @Test
    void aNumberMustBeWholeAndPositive() {
        Settings settings = Settings.of(Map.of("PAYSCOPE_MAX_DOCUMENTS", "0", "PAYSCOPE_CLAIM_SECONDS", "ten"));

        assertThatThrownBy(() -> settings.positiveInt(Setting.MAX_DOCUMENTS)).hasMessageContaining("found '0'");
        assertThatThrownBy(() -> settings.positiveInt(Setting.CLAIM_SECONDS)).hasMessageContaining("found 'ten'");
    }

    @Test
    void valuesStayOutOfTheText() {
        assertThat(Settings.of(Map.of("PAYSCOPE_LEDGER_PASSWORD", "secret")).toString())
                .doesNotContain("secret");
    }
}
