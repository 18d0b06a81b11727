package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.cli.terminal.MissingCredentials;
import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.catalog.BankEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class DownloadCommandTest {

    @TempDir
    private Path folder;

    /** A publisher that has bank 1 and refuses bank 2. */
    private static final class Publisher implements RawDownloads {

        private final boolean known;

        Publisher(boolean known) {
            this.known = known;
        }

        @Override
        public void requireCredentials(Collection<BankEntry> entries) {
            if (!known) {
                throw new MissingCredentials("no credentials: set KAGGLE_API_TOKEN", new IOException("none"));
            }
        }

        @Override
        public Fetched fetch(BankEntry entry, Path target, Watcher watcher) {
            if (entry.bank() != 1) {
                throw new ConfigFault("bank " + entry.bank() + ": accept the rules first");
            }
            try {
                Path file = Files.writeString(target.resolve(entry.mainFile().name()), "rows");
                watcher.at(4, 4);
                return new Fetched("owner/name", "7", Map.of(entry.mainFile().name(), file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Ran download(boolean known, String banks) {
        CommandLine command = Payscope.commandLine(new DownloadCommand(() -> new Publisher(known)));
        return Ran.run(command, "download", "--bank", banks, "--out", folder, "--json");
    }

    @Test
    void filesGoToTheBanksFolder() {
        Ran ran = download(true, "1");

        assertThat(ran.exitCode()).as(ran.all()).isZero();
        assertThat(folder.resolve("bank-1/creditcard.csv")).hasContent("rows");
        JsonNode bank = ran.json().path("result").path("banks").path(0);
        assertThat(bank.path("version").asString()).isEqualTo("7");
        assertThat(bank.path("bytesByFile").path("creditcard.csv").asLong()).isEqualTo(4);
    }

    @Test
    void bankThatIsRefusedMakesItPartial() {
        Ran ran = download(true, "1,2");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("bank 2: accept the rules first");
    }

    @Test
    void missingCredentialsAreWrongUsage() {
        Ran ran = download(false, "1");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.json().path("error").asString()).contains("KAGGLE_API_TOKEN");
        assertThat(ran.all()).doesNotContain("\tat ");
    }

    @Test
    void syntheticBankIsNotDownloaded() {
        assertThat(download(true, "5").exitCode()).isEqualTo(2);
    }
}
