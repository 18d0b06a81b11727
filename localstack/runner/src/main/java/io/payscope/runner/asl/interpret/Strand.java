package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.History;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of events in an execution: the main one, a branch, or the run of one item. Used by one thread. */
final class Strand {

    private final Engine engine;
    private final Identity identity;
    private final History history;
    private final Variables variables;
    private final Optional<MapItem> item;
    private long lastEvent;

    /**
     * An item of a Map.
     *
     * @param index from 0
     * @param value the item
     */
    record MapItem(int index, @Nullable Object value) {}

    private Strand(
            Engine engine,
            Identity identity,
            History history,
            Variables variables,
            Optional<MapItem> item,
            long lastEvent) {
        this.engine = engine;
        this.identity = identity;
        this.history = history;
        this.variables = variables;
        this.item = item;
        this.lastEvent = lastEvent;
    }

    static Strand main(Engine engine, Identity identity, History history) {
        return new Strand(engine, identity, history, Variables.isolated(), Optional.empty(), 0);
    }

    /** A line that begins where this one is and reads its variables. */
    Strand branch() {
        return new Strand(engine, identity, history, variables.inner(), item, lastEvent);
    }

    /** A line that begins where this one is, reads its variables and knows the item it runs for. */
    Strand forItem(MapItem one) {
        return new Strand(engine, identity, history, variables.inner(), Optional.of(one), lastEvent);
    }

    long record(EventType type, EventDetails details) {
        lastEvent = history.record(lastEvent, type, details);
        return lastEvent;
    }

    void record(EventType type) {
        record(type, new EventDetails.None());
    }

    Engine engine() {
        return engine;
    }

    Identity identity() {
        return identity;
    }

    Variables variables() {
        return variables;
    }

    Optional<MapItem> item() {
        return item;
    }
}
