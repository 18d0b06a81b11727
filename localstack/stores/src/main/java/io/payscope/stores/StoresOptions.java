package io.payscope.stores;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line of the stores process.
 *
 * @param state folder that everything is kept in
 * @param postgresPort 0 for any, as with the ports below
 * @param boltPort of Neo4j
 * @param s3Port of S3
 * @param pineconePort of the control plane
 * @param pineconeDataPort of the first index
 * @param detached whether to go on when standard input ends
 */
record StoresOptions(
        Path state,
        int postgresPort,
        int boltPort,
        int s3Port,
        int pineconePort,
        int pineconeDataPort,
        boolean detached) {

    static final String USAGE = "Usage: StoresMain --state DIR [--postgres-port N] [--bolt-port N] [--s3-port N]"
            + " [--pinecone-port N] [--pinecone-data-port N] [--detached]";

    private static final String STATE = "--state";
    private static final String DETACHED = "--detached";
    private static final Set<String> PORTS =
            Set.of("--postgres-port", "--bolt-port", "--s3-port", "--pinecone-port", "--pinecone-data-port");
    private static final int LAST_PORT = 65_535;

    /** @throws StartFailure if an argument is unknown, missing or not a port */
    static StoresOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals(DETACHED)) {
                given.put(name, "");
            } else if ((name.equals(STATE) || PORTS.contains(name)) && i + 1 < arguments.length) {
                given.put(name, arguments[++i]);
            } else {
                throw StartFailure.usage("Cannot read '" + name + "'. " + USAGE);
            }
        }
        String state = given.get(STATE);
        if (state == null || state.isBlank()) {
            throw StartFailure.usage("--state is missing. " + USAGE);
        }
        return new StoresOptions(
                Path.of(state).toAbsolutePath().normalize(),
                port(given, "--postgres-port"),
                port(given, "--bolt-port"),
                port(given, "--s3-port"),
                port(given, "--pinecone-port"),
                port(given, "--pinecone-data-port"),
                given.containsKey(DETACHED));
    }

    private static int port(Map<String, String> given, String name) {
        String value = given.getOrDefault(name, "0");
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > LAST_PORT) {
            throw StartFailure.usage(name + " takes a port, 0 to " + LAST_PORT + ", not '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
