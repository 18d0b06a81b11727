package io.payscope.runner.host;

import java.util.ArrayList;
import java.util.List;

/**
 * Ports of the stores on 127.0.0.1; 0 stands for any free one.
 *
 * @param postgres of PostgreSQL
 * @param bolt of Neo4j
 * @param s3 of the object store
 * @param pinecone of the vector index's control plane
 */
public record StorePorts(int postgres, int bolt, int s3, int pinecone) {

    /** Any free ports. */
    public static final StorePorts ANY = new StorePorts(0, 0, 0, 0);

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--postgres-port", postgres);
        add(arguments, "--bolt-port", bolt);
        add(arguments, "--s3-port", s3);
        add(arguments, "--pinecone-port", pinecone);
        return arguments;
    }

    private static void add(List<String> arguments, String option, int port) {
        if (port != 0) {
            arguments.add(option);
            arguments.add(Integer.toString(port));
        }
    }
}
