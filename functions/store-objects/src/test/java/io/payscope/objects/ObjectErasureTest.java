package io.payscope.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectErasureTest {

    private static final List<String> KEPT = List.of(
            "raw/bank=10/x.csv",
            "raw/bank=2/x.csv",
            "receipts/bank=10/upload=u/x.json",
            "reports/run=r/summary.json",
            "uploads/bank=2/bank=1/x.csv",
            "raw/2026/bank=2/bank=1/x.csv",
            "raw/2026/bank=11/x.csv");

    @Test
    void everyPrefixOfTheBankIsEmptiedAndNoOtherBanks(@TempDir Path folder) throws Exception {
        S3ProxyFixture server = new S3ProxyFixture(folder);
        try (S3ObjectStore objects = S3ObjectStore.open(server.settings())) {
            List<String> prefixes =
                    List.of("raw", "prepared", "uploads", "parts", "rejects", "receipts", "models", "reports");
            for (String prefix : prefixes) {
                put(objects, prefix + "/bank=1/a/b.json");
                put(objects, prefix + "/bank=1/c é+.json");
            }
            put(objects, "raw/2026/first/bank=1/a.csv");
            KEPT.forEach(key -> put(objects, key));
            ObjectErasure erasure = new ObjectErasure(objects);

            assertThat(erasure.erase(new BankId(1))).isEqualTo(2L * prefixes.size() + 1);
            assertThat(erasure.erase(new BankId(1))).isZero();
            assertThat(objects.list("")).extracting(ObjectHead::key).containsExactlyInAnyOrderElementsOf(KEPT);
        } finally {
            server.stop();
        }
    }

    private static void put(S3ObjectStore objects, String key) {
        objects.put(key, key.getBytes(StandardCharsets.UTF_8), "text/plain");
    }
}
