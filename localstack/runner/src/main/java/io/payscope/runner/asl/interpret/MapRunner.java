package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Items;
import io.payscope.runner.asl.model.MapMode;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.query.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a Map: finds its items, then hands them to the mode. */
final class MapRunner {

    private MapRunner() {}

    static @Nullable Object run(MapState state, Visit visit) throws InterruptedException {
        List<?> items = items(state, visit);
        int concurrency = Typed.whole(visit, state.maxConcurrency(), "MaxConcurrency", 0, Integer.MAX_VALUE);
        Strand strand = visit.strand();
        strand.record(EventType.MAP_STATE_STARTED, new EventDetails.MapLength(items.size()));
        try {
            Object result =
                    switch (state.mode()) {
                        case MapMode.Inline inline ->
                            visit.within(InlineMap.run(state, visit, items, concurrency))
                                    .value();
                        case MapMode.Distributed distributed ->
                            new DistributedMap(state, distributed, visit).run(items, concurrency);
                    };
            strand.record(EventType.MAP_STATE_SUCCEEDED);
            return result;
        } catch (StateFailure e) {
            strand.record(EventType.MAP_STATE_FAILED);
            throw e;
        }
    }

    private static List<?> items(MapState state, Visit visit) {
        return switch (state.items()) {
            case Items.OfInput input -> Typed.array(visit, visit.input().value(), "Items");
            case Items.OfTemplate(Template array) -> Typed.array(visit, visit.evaluate(array), "Items");
            case Items.OfObject(Template arguments) -> ObjectItems.read(visit, arguments);
        };
    }

    /** @return what the flow gets for an item, measured */
    static Payload input(MapState state, Visit visit, Strand.MapItem item) {
        return visit.within(
                state.itemSelector().isPresent()
                        ? visit.evaluate(state.itemSelector().get(), item)
                        : item.value());
    }
}
