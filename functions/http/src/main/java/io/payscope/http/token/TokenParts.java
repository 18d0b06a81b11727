package io.payscope.http.token;

import io.payscope.core.fault.DataFault;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be said of a token before a key is looked for: three parts, the one algorithm, a key's name of sensible
 * length, no header that brings a key along or asks for an extension, no name twice, and times that are times.
 *
 * @param header the first part
 * @param claims the second
 */
record TokenParts(JsonNode header, JsonNode claims) {

    private static final int PARTS = 3;
    private static final int MAX_KEY_NAME = 128;
    private static final String ALGORITHM = "RS256";

    /** Keys and certificates from inside a token, and what changes how it is read. */
    private static final List<String> REFUSED = List.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc");

    /** The last second of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** @throws DataFault saying what is wrong, for the log */
    static TokenParts of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS || parts[PARTS - 1].isEmpty()) {
            throw new DataFault("not a signed compact token");
        }
        JsonNode header = part(parts[0], "header");
        checkHeader(header);
        JsonNode claims = part(parts[1], "claims");
        checkClaims(claims);
        return new TokenParts(header, claims);
    }

    private static JsonNode part(String encoded, String name) {
        try {
            return StrictJson.object(Base64.getUrlDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            throw new DataFault(name + " is not base64url", e);
        } catch (DataFault e) {
            // What the reader says quotes the token.
            throw new DataFault(name + " is no JSON object without repeated names", e);
        }
    }

    private static void checkHeader(JsonNode header) {
        if (!ALGORITHM.equals(text(header, "alg"))) {
            throw new DataFault("algorithm is not " + ALGORITHM);
        }
        for (String name : REFUSED) {
            if (header.has(name)) {
                throw new DataFault("header " + name + " is refused");
            }
        }
        String key = text(header, "kid");
        if (key == null || key.isEmpty() || key.length() > MAX_KEY_NAME) {
            throw new DataFault("no key name of 1 to " + MAX_KEY_NAME + " characters");
        }
    }

    private static void checkClaims(JsonNode claims) {
        time(claims, "exp", true);
        time(claims, "iat", true);
        time(claims, "nbf", false);
        String subject = text(claims, "sub");
        if (subject == null || subject.isBlank() || subject.length() > MAX_KEY_NAME) {
            throw new DataFault("no subject of 1 to " + MAX_KEY_NAME + " characters");
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new DataFault("control characters in the subject");
        }
    }

    private static void time(JsonNode claims, String name, boolean required) {
        JsonNode value = claims.get(name);
        if (value == null) {
            if (required) {
                throw new DataFault("no " + name);
            }
            return;
        }
        boolean usable = value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= LAST_SECOND;
        if (!usable) {
            throw new DataFault(name + " is no time");
        }
    }

    /** @return a text field, or null where there is none or it is not text */
    static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
