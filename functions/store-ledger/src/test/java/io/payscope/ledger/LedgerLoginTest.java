package io.payscope.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerLoginTest {

    private static final String URL = "jdbc:aws-wrapper:postgresql://host:5432/payscope";

    @ParameterizedTest
    @ValueSource(strings = {"?wrapperPlugins=iam", "?a=b&wrapperPlugins=failover2,iam,efm2&c=d"})
    void loginByIamNeedsNoPassword(String options) {
        assertThat(LedgerSettings.from(settings(URL + options)).password()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?wrapperPlugins=", "?wrapperPlugins=iamnot", "?ApplicationName=iam"})
    void anyOtherLoginNeedsAPassword(String options) {
        Settings settings = settings(URL + options);

        assertThatThrownBy(() -> LedgerSettings.from(settings))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("PAYSCOPE_LEDGER_PASSWORD");
    }

    @Test
    void passwordIsTakenWhereGiven() {
        Settings settings = Settings.of(
                Map.of("PAYSCOPE_LEDGER_URL", URL, "PAYSCOPE_LEDGER_USER", "app", "PAYSCOPE_LEDGER_PASSWORD", "word"));

        assertThat(LedgerSettings.from(settings).password()).isEqualTo("word");
    }

    @Test
    void migrationCreatesTheFunctionsRoleWhereItIsMissing() throws SQLException {
        try (EmbeddedLedger ledger = EmbeddedLedger.empty()) {
            LedgerSettings owner = ledger.settings("postgres");
            new LedgerMigration(owner, "fresh_app", "it's").migrate();
            new LedgerMigration(owner, "fresh_app", "another").migrate();
            try (Connection connection = ledger.superuser();
                    Statement statement = connection.createStatement();
                    ResultSet role = statement.executeQuery(
                            "SELECT rolcanlogin, rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles"
                                    + " WHERE rolname = 'fresh_app'")) {
                assertThat(role.next()).isTrue();
                assertThat(role.getBoolean(1)).isTrue();
                assertThat(role.getBoolean(2)).isFalse();
            }
        }
    }

    private static Settings settings(String url) {
        return Settings.of(Map.of("PAYSCOPE_LEDGER_URL", url, "PAYSCOPE_LEDGER_USER", "app"));
    }
}
