package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Where a store listens.
 *
 * @param setting that names it
 * @param host name or number
 * @param port of TCP
 */
public record StoreAddress(Setting setting, String host, int port) {

    private static final int WAIT_MILLIS = 3_000;

    /**
     * Reads the address out of a setting.
     *
     * @throws ConfigFault if it names no host
     */
    static StoreAddress of(Setting setting, String value) {
        String plain = value.replaceFirst("^jdbc:(aws-wrapper:)?", "");
        URI uri = parse(setting, plain);
        if (uri.getHost() == null) {
            throw unreadable(setting);
        }
        return new StoreAddress(setting, uri.getHost(), uri.getPort() < 0 ? usualPort(setting, uri) : uri.getPort());
    }

    private static URI parse(Setting setting, String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException e) {
            throw unreadable(setting);
        }
    }

    /** A URL may hold a password, so it is not repeated. */
    private static ConfigFault unreadable(Setting setting) {
        return new ConfigFault(setting.variable() + ": names no host; expected a " + setting.meaning());
    }

    private static int usualPort(Setting setting, URI uri) {
        return switch (setting) {
            case LEDGER_URL -> 5432;
            case GRAPH_URI -> 7687;
            default -> "http".equals(uri.getScheme()) ? 80 : 443;
        };
    }

    /** @return whether something accepts a connection there within three seconds */
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), WAIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return setting.variable() + " (" + host + ":" + port + ")";
    }
}
