package io.payscope.cli;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which models of one bank a command is about. */
final class ModelChoice {

    @Option(
            names = "--bank",
            paramLabel = "N",
            required = true,
            converter = BankList.Reader.class,
            description = "the bank")
    private BankList bank;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "FRAUD",
            description = "fraud or forecast (${DEFAULT-VALUE})")
    private ModelOutcome.Kind kind;

    BankId bank() {
        if (bank.all() || bank.banks().size() != 1) {
            throw new ConfigFault("--bank: expected one bank");
        }
        return bank.banks().getFirst();
    }

    ModelOutcome.Kind kind() {
        return kind;
    }

    /** Prefix of the bank's versions. */
    String folder() {
        return "models/" + bank().segment() + "/" + kind.name().toLowerCase(Locale.ROOT) + "/";
    }
}
