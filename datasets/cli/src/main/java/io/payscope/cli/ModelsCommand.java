package io.payscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What serves, what was decided, and the way back. */
@Command(
        name = "models",
        description = "Lists and shows the decisions about a bank's models, and rolls back to an earlier model.",
        subcommands = {ModelsListCommand.class, ModelsShowCommand.class, ModelsRollbackCommand.class},
        footer = {
            "",
            "Examples:",
            "  payscope models list --bucket payscope-data --bank 3",
            "  payscope models show --out payscope-out --bank 3 --number 2",
            "  payscope models rollback --bucket payscope-data --bank 3 --kind fraud --reason 'too many alerts' --by"
                    + " ann",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage or missing credentials."
        },
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is needed");
    }
}
