package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets an earlier model serve again. */
@Command(
        name = "rollback",
        description = {
            "Lets an earlier model serve again, and records who wanted it and why.",
            "The model's card and file are read and held against their hashes first."
        },
        mixinStandardHelpOptions = true)
final class ModelsRollbackCommand extends Job<RegistryEntry> {

    @Mixin
    private Place place;

    @Mixin
    private ModelChoice choice;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "version that the registry names; the champion before the present one if not given")
    private @Nullable String version;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, in words")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "who wants it")
    private String by;

    @Override
    Answer<RegistryEntry> run(Terminal terminal) throws InterruptedException {
        RegistryEntry entry = place.open(objects -> new ModelRegistry(objects, Clock.systemUTC())
                .rollback(choice.bank(), choice.kind(), version, reason, by));
        new Decisions(List.of(entry)).print(terminal);
        return Answer.of(name(), ExitStatus.SUCCEEDED, entry);
    }
}
