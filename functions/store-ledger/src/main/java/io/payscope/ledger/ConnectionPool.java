package io.payscope.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Makes small pools of connections through the AWS JDBC wrapper. */
final class ConnectionPool {

    /** One process holds a pool for every function that uses the ledger, so a pool is small and keeps nothing idle. */
    private static final int MAX_CONNECTIONS = 4;

    /** For a connection of the pool, which may take as long as it takes another part to load. */
    static final Duration WAIT = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Longer than any statement may take: it ends only what a dead network keeps open. */
    private static final Duration SOCKET = Duration.ofMinutes(10);

    private static final String PLUGINS = "wrapperPlugins";

    private ConnectionPool() {}

    /** Makes a pool; it connects when first asked for a connection, and gives up after {@code wait}. */
    static HikariDataSource of(LedgerSettings settings, String name, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDriverClassName("software.amazon.jdbc.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        String password = settings.password();
        if (password != null) {
            config.setPassword(password);
        }
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(wait.toMillis());
        config.setIdleTimeout(IDLE.toMillis());
        config.setMaxLifetime(LIFETIME.toMillis());
        config.setInitializationFailTimeout(-1);
        if (!settings.url().contains(PLUGINS + "=")) {
            config.addDataSourceProperty(PLUGINS, "");
        }
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(SOCKET.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "payscope");
        return new HikariDataSource(config);
    }
}
