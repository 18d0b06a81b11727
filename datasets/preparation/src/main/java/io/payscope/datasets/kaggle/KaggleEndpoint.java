package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where Kaggle's API is.
 *
 * @param rpc base of the current routes, ends with a slash
 * @param rest base of the older routes, ends with a slash
 */
public record KaggleEndpoint(URI rpc, URI rest) {

    /** The real Kaggle. */
    public static final KaggleEndpoint PRODUCTION =
            new KaggleEndpoint(URI.create("https://api.kaggle.com/v1/"), URI.create("https://www.kaggle.com/api/v1/"));

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * Reads a setting.
     *
     * @param url scheme, host and port, or nothing for the real Kaggle
     * @throws ConfigFault if it is no URL, or one that would send credentials unencrypted to another machine
     */
    public static KaggleEndpoint of(String url) {
        if (url.isBlank()) {
            return PRODUCTION;
        }
        try {
            URI base = new URI(url.strip().replaceAll("/+$", "") + "/api/v1/");
            if (base.getHost() != null && base.getRawQuery() == null && mayBeAsked(base)) {
                return new KaggleEndpoint(base, base);
            }
        } catch (URISyntaxException e) {
            throw new ConfigFault("Kaggle endpoint: expected a URL, found '" + shown(url) + "'", e);
        }
        throw new ConfigFault(
                "Kaggle endpoint: expected https://host, or http:// on this machine, found '" + shown(url) + "'");
    }

    /** Without the user and password that somebody may have put into it. */
    private static String shown(String url) {
        return url.replaceAll("//[^/]*@", "//");
    }

    /** Whether a URL may be asked at all: encrypted, or on this machine, which tests use. */
    static boolean mayBeAsked(URI uri) {
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    /** Whether a URL belongs to the API, which alone may see credentials. */
    boolean owns(URI uri) {
        return sameOrigin(uri, rpc) || sameOrigin(uri, rest);
    }

    private static boolean sameOrigin(URI one, URI other) {
        return other.getScheme().equals(one.getScheme())
                && other.getRawAuthority().equals(one.getRawAuthority());
    }

    /** A URL without its query: the query of a signed link is a secret. */
    static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
