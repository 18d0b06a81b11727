package io.payscope.cli;

import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.catalog.BankEntry;
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

    /** The downloads that the command uses. */
    static RawDownloads ofPublishers() {
        return new RawDownloads() {
            @Override
            public void requireCredentials(Collection<BankEntry> entries) {
                throw new ConfigFault("this version fetches nothing: put the files into DIR/bank-N by hand");
            }

            @Override
            public Fetched fetch(BankEntry entry, Path folder, Watcher watcher) {
                throw new ConfigFault("bank " + entry.bank() + ": put its files into " + folder + " by hand");
            }
        };
    }
}
