package io.payscope.stores.neo4j;

import java.nio.file.Path;

/**
 * How a {@link Neo4jServer} is started. Its only listener is Bolt on 127.0.0.1.
 *
 * @param folder what the server keeps between runs; made when absent
 * @param port of Bolt, 0 for any
 * @param password of {@link #USER}, set when the folder is new
 */
public record Neo4jSettings(Path folder, int port, String password) {

    /** The only user. */
    public static final String USER = "neo4j";

    @Override
    public String toString() {
        return "Neo4jSettings[" + folder + ", " + port + "]";
    }
}
