package io.payscope.datasets.kaggle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a request to Kaggle proves its sender with. No text form of it shows a secret. */
public sealed interface KaggleCredentials {

    /** @return the value of the Authorization header, or empty for none */
    Optional<String> authorization();

    /** @return the text without the secret, should an answer repeat it */
    String redact(String text);

    /** @return where it was found, for messages */
    String origin();

    /** No credentials: enough for public datasets. */
    record Anonymous() implements KaggleCredentials {

        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }

        @Override
        public String redact(String text) {
            return text;
        }

        @Override
        public String origin() {
            return "no credentials";
        }
    }

    /**
     * An access token.
     *
     * @param token the secret
     * @param origin where it was found
     */
    record Bearer(String token, String origin) implements KaggleCredentials {

        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String redact(String text) {
            return text.replace(token, "***");
        }

        @Override
        public String toString() {
            return "Bearer[" + origin + "]";
        }
    }

    /**
     * A user name with a legacy key.
     *
     * @param username of the account
     * @param key the secret
     * @param origin where it was found
     */
    record Basic(String username, String key, String origin) implements KaggleCredentials {

        @Override
        public Optional<String> authorization() {
            return Optional.of("Basic " + encoded());
        }

        private String encoded() {
            return Base64.getEncoder().encodeToString((username + ":" + key).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String redact(String text) {
            return text.replace(key, "***").replace(encoded(), "***");
        }

        @Override
        public String toString() {
            return "Basic[" + origin + "]";
        }
    }
}
