package io.payscope.cli;

import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.kaggle.FetchedFiles;
import io.payscope.datasets.kaggle.KaggleDownloads;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Fetches raw files from where their publishers keep them. */
interface RawDownloads {

    /**
     * A bank's files as fetched.
     *
     * @param source what they are from
     * @param version of the source
     * @param byName the files, by the names of the catalog
     */
    record Fetched(String source, String version, Map<String, Path> byName) {

        public Fetched {
            byName = Map.copyOf(byName);
        }
    }

    /** Told how a download goes on: bytes so far, and in all or -1. */
    interface Watcher {
        void at(long done, long total);
    }

    /**
     * Fails early where a download would fail late.
     *
     * @throws MissingCredentials naming the ways to set them, if a bank needs credentials and there are none
     */
    void requireCredentials(Collection<BankEntry> entries);

    /**
     * Fetches a bank's raw files, whole and checked.
     *
     * @param folder an existing folder
     * @throws io.payscope.core.fault.Fault if they cannot be fetched
     */
    Fetched fetch(BankEntry entry, Path folder, Watcher watcher);

    /**
     * The downloads that the command uses: Kaggle, with the credentials of this user.
     *
     * @throws io.payscope.core.fault.ConfigFault if what is found is no credentials
     */
    static RawDownloads ofKaggle() {
        KaggleDownloads kaggle = KaggleDownloads.of(
                System.getenv(), System.getenv().getOrDefault(Setting.KAGGLE_ENDPOINT.variable(), ""));
        return new RawDownloads() {
            @Override
            public void requireCredentials(Collection<BankEntry> entries) {
                try {
                    kaggle.requireCredentials(entries);
                } catch (ConfigFault missing) {
                    throw new MissingCredentials(missing.getMessage(), missing);
                }
            }

            @Override
            public Fetched fetch(BankEntry entry, Path folder, Watcher watcher) {
                FetchedFiles files = kaggle.fetch(entry, folder, (_, done, total) -> watcher.at(done, total));
                return new Fetched(files.source(), files.version(), files.byName());
            }
        };
    }
}
