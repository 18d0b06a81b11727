package io.payscope.runner.command;

import io.payscope.runner.host.ExternalStores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stores to work on. */
final class StoresOption {

    @Option(
            names = "--stores",
            paramLabel = "FILE",
            description = "stores that run elsewhere, instead of embedded ones: a file of PAYSCOPE_ settings as in"
                    + " .env.example, or the word 'environment'; variables of the environment count before the file")
    private @Nullable String source;

    /** The stores that are given, or empty if embedded ones shall be started. */
    Optional<ExternalStores> external() {
        return Optional.ofNullable(source).map(given -> ExternalStores.of(given, System.getenv()));
    }
}
