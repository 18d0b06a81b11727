package io.payscope.runner.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of the state machines and of the HTTP API, by their deployed names. */
public enum StageName {
    MIGRATE_STORES,
    CHECK_SERVICES,
    PREPARE_DATASET,
    SYNTHESIZE_BANK,
    REGISTER_UPLOAD,
    NORMALIZE_UPLOAD,
    LOAD_LEDGER,
    LOAD_GRAPH,
    ROLL_UP_LEDGER,
    LOAD_VECTORS,
    COMPLETE_UPLOAD,
    TRAIN_FRAUD,
    TRAIN_FORECAST,
    VALIDATE_DATASETS,
    SUMMARIZE_RUN,
    API_ADMIN,
    API_UPLOADS,
    API_PREDICTIONS,
    API_QUESTIONS;

    /** @return the function of that deployed name, or empty if it is not here */
    public static Optional<StageName> of(String function) {
        return Arrays.stream(values())
                .filter(stage -> stage.function().equals(function))
                .findFirst();
    }

    /** @return the function's name, such as {@code load-ledger} */
    public String function() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the placeholder that the state machine files use for it, such as {@code LoadLedgerFunction} */
    public String placeholder() {
        return camelCase() + "Function";
    }

    /** @return name of the configuration class in the function's module */
    public String mainClass() {
        return "io.payscope." + name().toLowerCase(Locale.ROOT).replace("_", "") + "." + camelCase() + "Application";
    }

    private String camelCase() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
