package io.payscope.runner.command;

import io.payscope.core.fault.Fault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code payscope-local} command. */
@Command(
        name = "payscope-local",
        description = "Runs PayScope on this machine: real stores, the deployed state machines, no Docker, no account.",
        subcommands = {
            E2eCommand.class,
            UpCommand.class,
            StopCommand.class,
            TokenCommand.class,
            DoctorCommand.class,
            ColdStartCommand.class,
            ServiceBenchCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  payscope-local e2e --rows 5000",
            "  payscope-local e2e --source directory --data DIR --banks 1,3",
            "  payscope-local e2e --source kaggle --banks 3",
            "  payscope-local up"
        },
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class)
public final class PayscopeLocal implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Without a subcommand, says what there is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is needed");
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** @return the command, ready to be executed */
    static CommandLine commandLine() {
        return new CommandLine(new PayscopeLocal())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(PayscopeLocal::explain)
                .setParameterExceptionHandler((failure, _) -> refuse(failure));
    }

    /** What is wrong and where help is; the whole help only for who names no subcommand. */
    private static int refuse(CommandLine.ParameterException failure) {
        CommandLine asked = failure.getCommandLine();
        PrintWriter err = asked.getErr();
        err.println("payscope-local: " + failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            if (asked.getParent() == null) {
                asked.usage(err);
            } else {
                err.println("Try '" + asked.getCommandSpec().qualifiedName() + " --help'.");
            }
        }
        return ExitCode.USAGE;
    }

    /** A fault's message is made for people; anything else is a defect and keeps its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        if (failure instanceof Fault fault) {
            command.getErr().println("payscope-local: " + fault.getMessage());
            return ExitCode.FAILED;
        }
        throw failure;
    }
}
