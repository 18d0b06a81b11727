package io.payscope.graph;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where the graph is and who asks.
 *
 * @param uri Bolt URI
 * @param user who asks
 * @param password of the user; empty where authentication is off
 */
public record GraphSettings(URI uri, String user, String password) {

    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "neo4j", "neo4j+s");

    /**
     * Reads the settings.
     *
     * @throws ConfigFault if one is not given or the URI is no Bolt URI
     */
    public static GraphSettings from(Settings settings) {
        return new GraphSettings(
                uri(settings.get(Setting.GRAPH_URI)),
                settings.get(Setting.GRAPH_USER),
                settings.get(Setting.GRAPH_PASSWORD));
    }

    private static URI uri(String text) {
        String expected =
                Setting.GRAPH_URI.variable() + ": expected bolt://host:port or neo4j+s://host, found '" + text + "'";
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && SCHEMES.contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ConfigFault(expected, e);
        }
        throw new ConfigFault(expected);
    }

    @Override
    public String toString() {
        return "GraphSettings[uri=" + uri + ", user=" + user + "]";
    }
}
