package io.payscope.wire.registry;

import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Models as the registry sees them, and many that are registered at once. */
public final class Candidates {

    /** The bank of all of them. */
    public static final BankId BANK = new BankId(3);

    private Candidates() {}

    /** Writes a model with a card. */
    public static RegisteredModel write(ObjectStore objects, String version) {
        String prefix = Keys.model(BANK, "fraud", version);
        byte[] model = version.getBytes(StandardCharsets.UTF_8);
        byte[] card = JsonCodec.encode(
                Map.of("modelFile", "model.txt", "modelSha256", Hashes.sha256(model), "version", version));
        objects.put(prefix + "model.txt", model, "text/plain");
        objects.put(prefix + "card.json", card, "application/json");
        return new RegisteredModel(version, prefix + "card.json", Hashes.sha256(card));
    }

    /** A verdict with one check, {@code cost}. */
    public static PromotionVerdict verdict(boolean promote) {
        return PromotionVerdict.of(List.of(new NamedCheck("cost", 1.0, 2.0, promote, "test")), "better");
    }

    /** Registers this many candidates from as many threads. */
    public static List<RegistryEntry> contend(ObjectStore objects, int candidates)
            throws InterruptedException, ExecutionException {
        ModelRegistry registry = new ModelRegistry(objects, Clock.systemUTC());
        List<RegistryEntry> entries = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(candidates)) {
            List<Future<RegistryEntry>> all = new ArrayList<>();
            for (int i = 0; i < candidates; i++) {
                boolean promote = i % 2 == 0;
                RegisteredModel model = write(objects, "v" + i);
                all.add(threads.submit(() -> registry.register(
                        BANK, ModelOutcome.Kind.FRAUD, model, "run-1", champion -> verdict(promote))));
            }
            for (Future<RegistryEntry> one : all) {
                entries.add(one.get());
            }
        }
        return entries;
    }
}
