package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.DataFault;
import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.wire.registry.ModelRegistry;
import io.payscope.wire.registry.RecordedEntry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one decision with all of its checks. */
@Command(
        name = "show",
        description = "Shows one decision with the numbers that it rests on.",
        mixinStandardHelpOptions = true)
final class ModelsShowCommand extends Job<RegistryEntry> {

    @Mixin
    private Place place;

    @Mixin
    private ModelChoice choice;

    @Option(names = "--number", paramLabel = "NUMBER", description = "of the decision; the latest if not given")
    private @Nullable Integer number;

    @Override
    Answer<RegistryEntry> run(Terminal terminal) throws InterruptedException {
        List<RecordedEntry> all = place.open(
                objects -> new ModelRegistry(objects, Clock.systemUTC()).entries(choice.bank(), choice.kind()));
        int wanted = number == null ? all.size() : number;
        if (wanted < 1 || wanted > all.size()) {
            throw new DataFault(choice.folder() + ": no decision " + wanted + ", there are " + all.size());
        }
        RegistryEntry entry = all.get(wanted - 1).entry();
        new Decisions(List.of(entry)).print(terminal);
        terminal.print("reason: " + entry.reason());
        for (NamedCheck check : entry.checks()) {
            terminal.print("  %-6s  %-20s  measured %-22s  limit %-22s  %s"
                    .formatted(
                            check.passed() ? "passed" : "FAILED",
                            check.name(),
                            check.measured(),
                            check.limit(),
                            check.note()));
        }
        return Answer.of(name(), ExitStatus.SUCCEEDED, entry);
    }
}
