package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for credentials where the official clients do, in their order: token, user and key, kaggle.json. */
public final class CredentialSearch {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /** What a header can carry: anything else would be refused later by a message that repeats it. */
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    private final Map<String, String> environment;
    private final Path home;
    private final Consumer<String> warnings;

    /**
     * @param environment variables by name; {@code HOME} comes before the home folder that Java knows
     * @param warnings told of a file that others than its owner may read
     */
    public CredentialSearch(Map<String, String> environment, Consumer<String> warnings) {
        this.environment = Map.copyOf(environment);
        this.warnings = warnings;
        this.home = Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    /**
     * Finds the first credentials.
     *
     * @return anonymous ones, if there are none
     * @throws ConfigFault naming the variable or file, never its content, if it does not hold what it should
     */
    public KaggleCredentials find() {
        return tokenVariable()
                .or(() -> tokenFile("access_token"))
                .or(() -> tokenFile("access_token.txt"))
                .or(this::userVariables)
                .or(this::userFile)
                .orElseGet(KaggleCredentials.Anonymous::new);
    }

    private Optional<KaggleCredentials> tokenVariable() {
        return variable("KAGGLE_API_TOKEN").map(value -> existingFile(value)
                .map(file -> token(read(file), file.toString()))
                .orElseGet(() -> token(value, "KAGGLE_API_TOKEN")));
    }

    private static Optional<Path> existingFile(String value) {
        try {
            return Optional.of(Path.of(value)).filter(Files::isRegularFile);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private Optional<KaggleCredentials> tokenFile(String name) {
        Path file = home.resolve(".kaggle").resolve(name);
        return Files.isRegularFile(file) ? Optional.of(token(read(file), file.toString())) : Optional.empty();
    }

    private static KaggleCredentials token(String text, String origin) {
        return new KaggleCredentials.Bearer(usable(text.strip(), "an access token", origin), origin);
    }

    private Optional<KaggleCredentials> userVariables() {
        return variable("KAGGLE_USERNAME")
                .flatMap(user -> variable("KAGGLE_KEY").map(key -> user(user, key, "KAGGLE_USERNAME and KAGGLE_KEY")));
    }

    private Optional<KaggleCredentials> userFile() {
        Path file = configFolder().resolve("kaggle.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = read(file);
        try {
            JsonNode json = JSON.readTree(text);
            return Optional.of(user(
                    json.path("username").asString("").strip(),
                    json.path("key").asString("").strip(),
                    file.toString()));
        } catch (JacksonException hidden) {
            // Its message repeats what was read.
            throw new ConfigFault(file + ": expected a JSON object with username and key, found something else");
        }
    }

    private Path configFolder() {
        Path own = home.resolve(".kaggle");
        return variable("KAGGLE_CONFIG_DIR").map(Path::of).orElseGet(() -> Files.isDirectory(own) ? own : xdgFolder());
    }

    private Path xdgFolder() {
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .orElseGet(() -> home.resolve(".config"))
                .resolve("kaggle");
    }

    private static KaggleCredentials user(String user, String key, String origin) {
        return new KaggleCredentials.Basic(usable(user, "a user name", origin), usable(key, "a key", origin), origin);
    }

    private static String usable(String text, String expected, String origin) {
        if (!HEADER_TEXT.matcher(text).matches()) {
            throw new ConfigFault(origin + ": expected " + expected + " of printable characters without spaces, found "
                    + (text.isEmpty() ? "nothing" : "others"));
        }
        return text;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String read(Path file) {
        try {
            warnIfOthersCanRead(file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigFault(file + ": cannot be read", e);
        }
    }

    private void warnIfOthersCanRead(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            List<PosixFilePermission> others = Files.getPosixFilePermissions(file).stream()
                    .filter(permission -> !OWNERS.contains(permission))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                warnings.accept(file + " holds a secret and is open to others " + others + ": chmod 600 " + file);
            }
        }
    }
}
