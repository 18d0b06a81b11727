package io.payscope.runner.command;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.runner.run.RunOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says before the stores start what a run from Kaggle would fail for minutes later. */
final class KaggleGate {

    private final Map<String, String> environment;

    /** @param environment variables by name */
    KaggleGate(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What keeps the run from its downloads, or empty. */
    Optional<String> refusal(RunOptions options) {
        if (!(options.source() instanceof RunOptions.LocalSource.Kaggle) || options.skipDownload()) {
            return Optional.empty();
        }
        Catalog catalog = Catalog.load();
        List<BankEntry> entries = options.banks().stream().map(catalog::entry).toList();
        try {
            String endpoint = Settings.of(environment).get(Setting.KAGGLE_ENDPOINT);
            KaggleDownloads.of(environment, endpoint).requireCredentials(entries);
            return Optional.empty();
        } catch (ConfigFault fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }
}
