package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.ParallelState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a Parallel: all branches at once, the first failure ends it. */
final class ParallelRunner {

    private ParallelRunner() {}

    static @Nullable Object run(ParallelState state, Visit visit) throws InterruptedException {
        Payload input = state.arguments()
                .map(template -> visit.within(visit.evaluate(template)))
                .orElse(visit.input());
        Strand strand = visit.strand();
        strand.record(EventType.PARALLEL_STATE_STARTED);
        List<Flow> branches = state.branches();
        try {
            List<Payload> outputs = Crew.run(
                    state.name(),
                    branches.size(),
                    branches.size(),
                    i -> FlowRunner.run(branches.get(i), input, strand.branch()));
            Payload result = visit.within(values(outputs));
            strand.record(EventType.PARALLEL_STATE_SUCCEEDED);
            return result.value();
        } catch (StateFailure e) {
            strand.record(EventType.PARALLEL_STATE_FAILED);
            throw e;
        }
    }

    private static List<@Nullable Object> values(List<Payload> payloads) {
        List<@Nullable Object> values = new ArrayList<>(payloads.size());
        payloads.forEach(payload -> values.add(payload.value()));
        return values;
    }
}
