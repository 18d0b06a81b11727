package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * A subcommand: works, shows its result, and ends with a status.
 *
 * @param <R> record of the result, which is what {@code --json} prints
 */
abstract class Job<R> implements Callable<Integer> {

    @Option(
            names = "--json",
            description = "print one JSON object on standard output, everything else on standard error")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Does the work. */
    abstract Answer<R> run(Terminal terminal) throws InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        CommandLine command = spec.commandLine();
        Terminal terminal = new Terminal(command.getOut(), command.getErr(), json, Terminal.isInteractive());
        Answer<R> answer = run(terminal);
        answer.print(terminal);
        return answer.exitCode();
    }

    /** @return the subcommand's name */
    final String name() {
        return spec.name();
    }

    /** @return what to throw when an option's value is wrong; ends with status 2 */
    final CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
