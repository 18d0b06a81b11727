package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.wire.registry.ModelRegistry;
import io.payscope.wire.registry.RecordedEntry;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the decisions about a bank's models. */
@Command(
        name = "list",
        description = "Lists all decisions about a bank's models, oldest first; the last line says what serves.",
        mixinStandardHelpOptions = true)
final class ModelsListCommand extends Job<Decisions> {

    @Mixin
    private Place place;

    @Mixin
    private ModelChoice choice;

    @Override
    Answer<Decisions> run(Terminal terminal) throws InterruptedException {
        Decisions found = place.open(objects -> new Decisions(new ModelRegistry(objects, Clock.systemUTC())
                .entries(choice.bank(), choice.kind()).stream()
                        .map(RecordedEntry::entry)
                        .toList()));
        if (found.entries().isEmpty()) {
            terminal.say("payscope: nothing was decided about " + choice.folder());
            return Answer.of(name(), ExitStatus.FAILED, found);
        }
        found.print(terminal);
        return Answer.of(name(), ExitStatus.SUCCEEDED, found);
    }
}
