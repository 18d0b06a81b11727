package io.payscope.runtime;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values that stand for environment variables and lie in AWS Secrets Manager, so that no function's configuration
 * shows them. They are read once, at the start; values never appear in {@link #toString()}.
 */
public final class Secrets {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads what is listed; calls nobody where nothing is.
     *
     * @param listed {@code VARIABLE=ARN#field}, comma-separated
     * @throws ConfigFault if the list is malformed, or a secret cannot be read or lacks a field
     * @throws io.payscope.core.fault.TransientFault if Secrets Manager does not answer now
     */
    public static Secrets read(String listed) {
        if (listed.isBlank()) {
            return new Secrets(Map.of());
        }
        Region region = DefaultAwsRegionProviderChain.builder().build().getRegion();
        SecretReader reader = new SecretReader(
                SecretReader.endpoint(System.getenv(), region),
                region,
                DefaultCredentialsProvider.builder().build());
        return read(listed, reader);
    }

    static Secrets read(String listed, SecretReader reader) {
        Map<String, JsonNode> documents = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        for (String entry : listed.split(",", -1)) {
            int equals = entry.indexOf('=');
            int hash = entry.lastIndexOf('#');
            if (equals < 1 || hash < equals + 2 || hash == entry.length() - 1) {
                throw new ConfigFault(
                        Setting.SECRETS.variable() + ": expected VARIABLE=ARN#field, found '" + entry + "'");
            }
            String arn = entry.substring(equals + 1, hash);
            String field = entry.substring(hash + 1);
            JsonNode value = documents
                    .computeIfAbsent(arn, name -> document(name, reader.read(name)))
                    .path(field);
            if (!value.isString()) {
                throw new ConfigFault("secret " + arn + ": expected a text field '" + field + "', found none");
            }
            if (!value.asString().isEmpty()) {
                values.put(entry.substring(0, equals), value.asString());
            }
        }
        return new Secrets(values);
    }

    /** The cause is left out: a parser's message may quote the secret. */
    private static JsonNode document(String arn, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new ConfigFault("secret " + arn + ": expected a JSON object, found something else at "
                    + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr());
        }
    }

    /** @return the variables with the secrets' values added; an empty field counts as absent */
    public Map<String, String> over(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(values);
        return all;
    }

    Map<String, String> values() {
        return values;
    }

    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
