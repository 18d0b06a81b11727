package io.payscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

    @TempDir
    private Path bucket;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Payscope.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.of(
                                Stream.of("models"),
                                Stream.of(arguments),
                                Stream.of("--out", bucket.toString(), "--bank", "3"))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private void register(String version, boolean promote) {
        FolderObjectStore objects = new FolderObjectStore(bucket);
        String prefix = "models/bank=3/fraud/" + version + "/";
        byte[] card = JsonCodec.encode(Map.of("modelFile", "model.txt", "modelSha256", Hashes.sha256(new byte[] {1})));
        objects.put(prefix + "model.txt", new byte[] {1}, "text/plain");
        objects.put(prefix + "card.json", card, "application/json");
        new ModelRegistry(objects, Clock.systemUTC())
                .register(
                        new BankId(3),
                        ModelOutcome.Kind.FRAUD,
                        new RegisteredModel(version, prefix + "card.json", Hashes.sha256(card)),
                        "run-1",
                        champion -> PromotionVerdict.of(
                                List.of(new NamedCheck("cost", 0.5, 0.4, promote, "share")), "better"));
    }

    @Test
    void rollbackIsListedWithItsReasonAndItsAuthor() {
        register("first", true);
        register("second", true);
        register("third", false);

        assertThat(run("rollback", "--reason", "too many alerts", "--by", "ann"))
                .isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).contains("PROMOTE", "first", "run-1"),
                        line -> assertThat(line).contains("PROMOTE", "second"),
                        line -> assertThat(line).contains("KEEP", "second", "third", "cost"),
                        line -> assertThat(line).contains("ROLLBACK", "first", "third", "ann"));
        assertThat(run("show")).isZero();
        assertThat(out.toString()).contains("reason: too many alerts");
        assertThat(run("show", "--number", "3", "--kind", "fraud")).isZero();
        assertThat(out.toString()).contains("FAILED", "measured 0.5", "limit 0.4");
    }

    @Test
    void whatCannotBeDoneFailsWithAReason() {
        assertThat(run("list")).isEqualTo(1);
        register("first", true);

        assertThat(run("rollback", "--reason", "x", "--by", "ann", "--json")).isEqualTo(1);
        assertThat(err.toString()).contains("no champion served before");
        assertThat(out.toString()).contains("\"error\":");
        assertThat(run("rollback", "--by", "ann")).isEqualTo(2);
        assertThat(run("show", "--number", "2")).isEqualTo(1);
    }
}
