package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.wire.dataset.InMemoryObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawStagingTest {

    @TempDir
    private Path folder;

    @Test
    void rawPrefixMirrorsTheCsvFilesOfEachBankAndLeavesTheOthersAlone() throws Exception {
        InMemoryObjects objects = new InMemoryObjects();
        for (String key : List.of("raw/bank=1/old.csv", "raw/bank=2/old.csv", "raw/bank=3/old.csv")) {
            objects.put(key, new byte[] {1}, "text/csv");
        }
        Path bank1 = Files.createDirectory(folder.resolve("bank-1"));
        Files.writeString(bank1.resolve("a.csv"), "a");
        Files.writeString(bank1.resolve("b.csv.gz"), "b");
        Files.writeString(bank1.resolve("notes.txt"), "no data");

        new RawStaging(objects).stage(folder, List.of(new BankId(1), new BankId(2)));

        assertThat(objects.list("raw/"))
                .extracting(ObjectHead::key)
                .containsExactly("raw/bank=1/a.csv", "raw/bank=1/b.csv.gz", "raw/bank=3/old.csv");
    }
}
