package io.payscope.runner.command;

import io.payscope.core.model.BankId;
import io.payscope.runner.run.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of a run, as they are typed. */
final class RunArguments {

    private enum Source {
        SIMULATED,
        DIRECTORY,
        KAGGLE
    }

    @Option(
            names = "--source",
            defaultValue = "simulated",
            description = "where banks 1 to 4 come from: simulated, directory, kaggle (${DEFAULT-VALUE})")
    private Source source;

    @Option(names = "--data", description = "folder with bank-N/ subfolders, for --source directory")
    private @Nullable Path data;

    @Option(
            names = "--rows",
            description =
                    "rows of each bank, from 100; overrides the catalog's bounds (default: 100000, 150000, 120000,"
                            + " 100000, 100000 for banks 1 to 5)")
    private @Nullable Long rows;

    @Option(names = "--banks", split = ",", defaultValue = "1,2,3,4,5", description = "banks to run (${DEFAULT-VALUE})")
    private List<Integer> banks;

    @Option(names = "--skip-download", description = "take the raw files as an earlier run left them")
    private boolean skipDownload;

    @Option(names = "--skip-upload", description = "leave ledger, graph and vectors as they are")
    private boolean skipUpload;

    @Option(names = "--skip-training", description = "train no models")
    private boolean skipTraining;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "seed of simulation, sampling and training (${DEFAULT-VALUE})")
    private long seed;

    /** The options, checked. */
    RunOptions checked(CommandLine command) {
        if (rows != null && rows < 100) {
            throw new CommandLine.ParameterException(command, "--rows " + rows + ": expected at least 100");
        }
        List<BankId> chosen = banks.stream()
                .distinct()
                .sorted()
                .map(bank -> bank(command, bank))
                .toList();
        return new RunOptions(localSource(command), rows, chosen, skipDownload, skipUpload, skipTraining, seed);
    }

    private static BankId bank(CommandLine command, int bank) {
        if (bank < 1 || bank > 5) {
            throw new CommandLine.ParameterException(command, "--banks: expected numbers from 1 to 5, found " + bank);
        }
        return new BankId(bank);
    }

    private RunOptions.LocalSource localSource(CommandLine command) {
        return switch (source) {
            case SIMULATED -> {
                if (data != null) {
                    throw new CommandLine.ParameterException(command, "--data belongs to --source directory");
                }
                yield new RunOptions.LocalSource.Simulated();
            }
            case DIRECTORY -> {
                if (data == null) {
                    throw new CommandLine.ParameterException(command, "--source directory needs --data DIR");
                }
                if (!Files.isDirectory(data)) {
                    throw new CommandLine.ParameterException(command, "--data " + data + ": no such folder");
                }
                yield new RunOptions.LocalSource.Directory(data);
            }
            case KAGGLE -> {
                if (data != null) {
                    throw new CommandLine.ParameterException(command, "--data belongs to --source directory");
                }
                yield new RunOptions.LocalSource.Kaggle();
            }
        };
    }
}
