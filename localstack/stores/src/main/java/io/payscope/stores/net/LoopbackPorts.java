package io.payscope.stores.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks about ports of 127.0.0.1 before a store does, whose own answer to a taken port is late or vague. */
public final class LoopbackPorts {

    /** The only address that anything here listens on. */
    public static final String HOST = "127.0.0.1";

    private LoopbackPorts() {}

    /**
     * Makes sure that a port can be listened on.
     *
     * @param port 0 for any, which always passes
     * @throws BindException if it is taken
     */
    public static void requireFree(int port) throws IOException {
        if (port != 0) {
            open(port).close();
        }
    }

    /** @return the port, or one that was free a moment ago if it is 0; others may take it in between */
    public static int orFree(int port) throws IOException {
        if (port != 0) {
            requireFree(port);
            return port;
        }
        try (ServerSocket socket = open(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName(HOST));
    }
}
