package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Stores that something else keeps: PostgreSQL through the AWS JDBC wrapper, Neo4j over Bolt, a vector index and a
 * bucket. They are given by the settings of {@code .env.example}.
 */
public final class ExternalStores implements Stores {

    /** What is given instead of a file when the environment alone names the stores. */
    public static final String ENVIRONMENT = "environment";

    private final Map<Setting, String> settings;

    private ExternalStores(Map<Setting, String> settings) {
        this.settings = settings;
    }

    /**
     * Reads where the stores are. A variable of the environment counts before the same name in the file, so that
     * secrets need not lie in it.
     *
     * @param source a file of lines {@code PAYSCOPE_NAME=value}, or {@value #ENVIRONMENT}
     * @param environment variables by name
     * @throws ConfigFault if the file cannot be read, names no setting, or does not say where a store is
     */
    public static ExternalStores of(String source, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(source.equals(ENVIRONMENT) ? Map.of() : read(Path.of(source)));
        environment.forEach((name, value) -> {
            if (name.startsWith(Setting.PREFIX)) {
                variables.put(name, value);
            }
        });
        Settings checked = Settings.of(variables);
        for (Setting needed : List.of(
                Setting.BUCKET, Setting.LEDGER_URL, Setting.LEDGER_USER, Setting.GRAPH_URI, Setting.VECTORS_API_KEY)) {
            checked.get(needed);
        }
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        variables.forEach((name, value) -> Setting.ofVariable(name).ifPresent(setting -> settings.put(setting, value)));
        return new ExternalStores(settings);
    }

    private static Map<String, String> read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigFault("--stores " + file + ": cannot be read: " + e, e);
        }
        Map<String, String> variables = new HashMap<>();
        lines.stringPropertyNames().forEach(name -> {
            if (!name.startsWith(Setting.PREFIX)) {
                throw new ConfigFault("--stores " + file + ": '" + name + "' does not begin with " + Setting.PREFIX);
            }
            variables.put(name, lines.getProperty(name).strip());
        });
        return variables;
    }

    /** @return the addresses that the settings name; a store of AWS or Pinecone that is found by its defaults has none */
    public List<StoreAddress> addresses() {
        List<StoreAddress> addresses = new ArrayList<>();
        for (Setting setting :
                List.of(Setting.S3_ENDPOINT, Setting.LEDGER_URL, Setting.GRAPH_URI, Setting.VECTORS_HOST)) {
            String value = settings.getOrDefault(setting, "");
            if (!value.isEmpty()) {
                addresses.add(StoreAddress.of(setting, value));
            }
        }
        return addresses;
    }

    /**
     * Tries every address.
     *
     * @throws ConfigFault naming each that does not answer
     */
    public void requireAnswers() {
        List<String> silent = addresses().stream()
                .filter(address -> !address.answers())
                .map(StoreAddress::toString)
                .toList();
        if (!silent.isEmpty()) {
            throw new ConfigFault("no answer from " + String.join(", ", silent));
        }
    }

    @Override
    public Map<Setting, String> settings() {
        return new EnumMap<>(settings);
    }

    /** Leaves them running: something else keeps them. */
    @Override
    public void close() {
        settings.clear();
    }
}
