package io.payscope.stores.postgres;

import java.nio.file.Path;

/**
 * How a {@link PostgresServer} is started. It binds to 127.0.0.1.
 *
 * @param folder what the server keeps between runs, its programs included; made when absent
 * @param log file that the server's messages are added to
 * @param port to listen on, 0 for any
 * @param superuserPassword of {@code postgres}, which only this process uses
 * @param ownerPassword of {@link #OWNER}
 * @param appPassword of {@link #APP}
 */
public record PostgresSettings(
        Path folder, Path log, int port, String superuserPassword, String ownerPassword, String appPassword) {

    /** The one database. */
    public static final String DATABASE = "payscope";

    /** Owns the database and what migrations make in it; bypasses no row-level security that is forced. */
    public static final String OWNER = "payscope_owner";

    /** What the functions log in as; owns nothing. */
    public static final String APP = "payscope_app";

    @Override
    public String toString() {
        return "PostgresSettings[" + folder + ", " + port + "]";
    }
}
