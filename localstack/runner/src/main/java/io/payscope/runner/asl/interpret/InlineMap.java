package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.MapState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the items of an inline Map within the execution. */
final class InlineMap {

    /** Items that AWS runs at once, whatever the definition asks for. */
    private static final int MOST_AT_ONCE = 40;

    private InlineMap() {}

    static List<@Nullable Object> run(MapState state, Visit visit, List<?> items, int concurrency)
            throws InterruptedException {
        int limit = concurrency == 0 ? MOST_AT_ONCE : Math.min(concurrency, MOST_AT_ONCE);
        List<Payload> inputs = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            inputs.add(MapRunner.input(state, visit, new Strand.MapItem(i, items.get(i))));
        }
        List<Payload> outputs = Crew.run(state.name(), items.size(), limit, i -> {
            Strand strand = visit.strand().forItem(new Strand.MapItem(i, items.get(i)));
            return iteration(state, inputs.get(i), strand, i);
        });
        List<@Nullable Object> values = new ArrayList<>(outputs.size());
        outputs.forEach(output -> values.add(output.value()));
        return values;
    }

    private static Payload iteration(MapState state, Payload input, Strand strand, int index)
            throws InterruptedException {
        EventDetails details = new EventDetails.Iteration(state.name(), index);
        strand.record(EventType.MAP_ITERATION_STARTED, details);
        try {
            Payload output = FlowRunner.run(state.processor(), input, strand);
            strand.record(EventType.MAP_ITERATION_SUCCEEDED, details);
            return output;
        } catch (StateFailure e) {
            strand.record(EventType.MAP_ITERATION_FAILED, details);
            throw e;
        } catch (InterruptedException e) {
            strand.record(EventType.MAP_ITERATION_ABORTED, details);
            throw e;
        }
    }
}
