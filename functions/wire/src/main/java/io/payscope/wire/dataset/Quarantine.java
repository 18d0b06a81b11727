package io.payscope.wire.dataset;

import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.RefusedEvent;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events that were refused: one record for each file that they named, below the bank whose key it is, if it is one's. */
public final class Quarantine {

    private final ObjectStore objects;

    public Quarantine(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Puts an event aside; the last refusal of a file stays.
     *
     * @param bank whose file it is by its key, or null if no bank's
     * @param event what was refused and why
     * @return key of the record
     */
    public String put(@Nullable BankId bank, RefusedEvent event) {
        String name = name(bank, event.object().key());
        objects.put(name, JsonCodec.encode(event), "application/json");
        return name;
    }

    /** @return why a bank's file was refused, or empty if it was not */
    public Optional<RefusedEvent> of(BankId bank, String key) {
        return objects.find(name(bank, key)).map(body -> JsonCodec.decode(body.body(), RefusedEvent.class));
    }

    /** The key is in the record as a value, never in its name: nothing in it can lead anywhere. */
    private static String name(@Nullable BankId bank, String key) {
        return Keys.quarantine(bank, Hashes.sha256(key.getBytes(StandardCharsets.UTF_8)));
    }
}
