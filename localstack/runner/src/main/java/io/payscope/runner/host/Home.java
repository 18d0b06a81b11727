package io.payscope.runner.host;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that this runner was started from.
 *
 * @param root its top folder
 */
public record Home(Path root) {

    /** @throws ConfigFault if the runner was not started by its script */
    public static Home ofScript() {
        String home = System.getProperty("payscope.home");
        if (home == null) {
            throw new ConfigFault("system property payscope.home is not set: start localstack/payscope-local");
        }
        return new Home(Path.of(home));
    }

    /** @return the Java command that this process runs on */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** @return folder of the stores module */
    public Path stores() {
        return root.resolve("localstack").resolve("stores");
    }

    /** @return class path of the stores process: its classes and its dependencies */
    public String storesClassPath() {
        Path file = stores().resolve("target").resolve("classpath");
        try {
            return stores().resolve("target").resolve("classes") + ":"
                    + Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigFault("cannot read " + file + ": build first", e);
        }
    }

    /** @return a state machine definition file */
    public Path stateMachine(String name) {
        return root.resolve("statemachine").resolve(name + ".asl.json");
    }
}
