package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.Fault;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code payscope} command. */
@Command(
        name = "payscope",
        description = "Datasets from raw files to proven ones: fetch, prepare, simulate, synthesise, upload, verify.",
        subcommands = {
            DownloadCommand.class,
            PrepareCommand.class,
            SimulateCommand.class,
            SynthesizeCommand.class,
            UploadCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            ModelsCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  payscope simulate --bank 3 --rows 20000 --out data",
            "  payscope prepare --bank 3 --data data --out prepared",
            "  payscope verify --out prepared --data data",
            "",
            "Exit code: 0 done, 1 failed, 2 wrong usage or missing credentials, 3 done in part."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class)
public final class Payscope implements Runnable {

    private static final String JSON = "--json";

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

    /**
     * Runs the command in this process.
     *
     * @param out standard output
     * @param err standard error
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    /** @return the command, ready to be executed */
    static CommandLine commandLine() {
        return commandLine(new DownloadCommand());
    }

    /** The command with a download of one's choice. */
    static CommandLine commandLine(DownloadCommand download) {
        CommandLine command = new CommandLine(new Payscope(), new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.isInstance(download)
                        ? type.cast(download)
                        : CommandLine.defaultFactory().create(type);
            }
        });
        command.getSubcommands().values().forEach(one -> one.getCommandSpec().versionProvider(new CodeVersion()));
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Payscope::explain)
                .setParameterExceptionHandler((failure, arguments) -> {
                    CommandLine asked = failure.getCommandLine();
                    Answer.ofError(asked.getCommandName(), ExitStatus.USAGE, String.valueOf(failure.getMessage()))
                            .print(terminal(asked, Arrays.asList(arguments).contains(JSON)));
                    return refuse(failure, asked);
                });
    }

    /** What is wrong and where help is; the whole help only for who names no subcommand. */
    private static int refuse(CommandLine.ParameterException failure, CommandLine asked) {
        PrintWriter err = asked.getErr();
        err.println(failure.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            if (asked.getParent() == null) {
                asked.usage(err);
            } else {
                err.println("Try '" + asked.getCommandSpec().qualifiedName() + " --help'.");
            }
        }
        return ExitStatus.USAGE.code();
    }

    /** A fault's message is made for people; anything else is a defect and keeps its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        ExitStatus status =
                switch (failure) {
                    case Fault _ -> ExitStatus.FAILED;
                    case MissingCredentials _ -> ExitStatus.USAGE;
                    default -> throw failure;
                };
        CommandLine.ParseResult asked = result;
        while (asked.hasSubcommand()) {
            asked = asked.subcommand();
        }
        Terminal terminal = terminal(command, asked.hasMatchedOption(JSON));
        terminal.say("payscope: " + failure.getMessage());
        Answer.ofError(command.getCommandName(), status, String.valueOf(failure.getMessage()))
                .print(terminal);
        return status.code();
    }

    private static Terminal terminal(CommandLine command, boolean json) {
        return new Terminal(command.getOut(), command.getErr(), json, false);
    }
}
