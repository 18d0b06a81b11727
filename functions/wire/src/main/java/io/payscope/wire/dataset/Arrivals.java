package io.payscope.wire.dataset;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.Arrival;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which uploads came of which files: one object for each content seen under each key. */
public final class Arrivals {

    private static final String JSON = "application/json";

    private final ObjectStore objects;

    public Arrivals(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Records that a content was seen under a key. Recorded again it stays as it was.
     *
     * @param arrival what was seen; its {@code aliasOf} is found out here
     * @return what stands
     */
    public Arrival record(Arrival arrival) {
        String first = first(arrival);
        Arrival seen = new Arrival(
                arrival.bankId(),
                arrival.key(),
                arrival.entityTag(),
                arrival.sequencer(),
                arrival.uploadId(),
                arrival.winner(),
                first.equals(arrival.key()) ? null : first);
        String name = prefix(arrival.bankId(), arrival.key()) + arrival.uploadId() + ".json";
        objects.putIfAbsent(name, JsonCodec.encode(seen), JSON);
        return read(name).orElse(seen);
    }

    /** @return every content that was seen under a key, in the order in which it was */
    public List<Arrival> of(BankId bank, String key) {
        return objects.list(prefix(bank, key)).stream()
                .sorted(Comparator.comparing(ObjectHead::lastModified).thenComparing(ObjectHead::key))
                .filter(head -> head.key().endsWith(".json"))
                .flatMap(head -> read(head.key()).stream())
                .toList();
    }

    /**
     * The content that lay under a key before another.
     *
     * @return the arrival before that of the upload, the last one if the upload has none, or empty if there is none
     */
    public Optional<Arrival> before(BankId bank, String key, String uploadId) {
        return of(bank, key).stream()
                .takeWhile(arrival -> !arrival.uploadId().equals(uploadId))
                .reduce((_, later) -> later);
    }

    /**
     * What makes an event stale.
     *
     * @param sequencer of the event, or null if it has none, which is never stale
     * @return the newest arrival under the key that is newer than the event, or empty if there is none
     */
    public Optional<Arrival> newerThan(BankId bank, String key, @Nullable String sequencer) {
        if (sequencer == null) {
            return Optional.empty();
        }
        return of(bank, key).stream()
                .filter(arrival ->
                        arrival.sequencer() != null && Sequencers.ORDER.compare(arrival.sequencer(), sequencer) > 0)
                .max((a, b) -> Sequencers.ORDER.compare(
                        Objects.requireNonNull(a.sequencer()), Objects.requireNonNull(b.sequencer())));
    }

    /** The key under which the content was seen first: whoever writes this object first decides. */
    private String first(Arrival arrival) {
        String name = "receipts/" + arrival.bankId().segment() + "/contents/" + arrival.uploadId() + ".json";
        objects.putIfAbsent(name, JsonCodec.encode(arrival), JSON);
        return read(name).orElse(arrival).key();
    }

    private Optional<Arrival> read(String name) {
        return objects.find(name).map(ObjectBody::body).map(body -> JsonCodec.decode(body, Arrival.class));
    }

    private static String prefix(BankId bank, String key) {
        return "receipts/" + bank.segment() + "/arrivals/" + Hashes.sha256(key.getBytes(StandardCharsets.UTF_8)) + "/";
    }
}
