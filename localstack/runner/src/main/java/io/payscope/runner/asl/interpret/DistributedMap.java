package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.history.History;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.MapMode;
import io.payscope.runner.asl.model.MapState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs each item of a Distributed Map as an execution of its own, with its own history. */
final class DistributedMap {

    /** Children that AWS runs at once. */
    private static final int MOST_AT_ONCE = 10_000;

    private final MapState state;
    private final MapMode.Distributed mode;
    private final Visit visit;
    private final Engine engine;
    private final Arns.Machine machine;
    private final String mapRunArn;

    DistributedMap(MapState state, MapMode.Distributed mode, Visit visit) {
        this.state = state;
        this.mode = mode;
        this.visit = visit;
        this.engine = visit.strand().engine();
        String label = mode.label().orElseGet(() -> Names.next(engine.random()));
        this.machine = visit.strand().identity().stateMachine().labelled(label);
        this.mapRunArn = machine.mapRun(Names.next(engine.random()));
    }

    @Nullable
    Object run(List<?> items, int concurrency) throws InterruptedException {
        Tolerance tolerance = Tolerance.of(mode, visit);
        List<Payload> inputs = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            inputs.add(MapRunner.input(state, visit, new Strand.MapItem(i, items.get(i))));
        }
        Strand strand = visit.strand();
        strand.record(EventType.MAP_RUN_STARTED, new EventDetails.MapRun(mapRunArn));
        try {
            Object result = result(children(inputs, concurrency, tolerance));
            strand.record(EventType.MAP_RUN_SUCCEEDED);
            return result;
        } catch (StateFailure e) {
            strand.record(EventType.MAP_RUN_FAILED, EventDetails.Failure.of(e));
            throw e;
        } catch (InterruptedException e) {
            strand.record(EventType.MAP_RUN_ABORTED);
            throw e;
        }
    }

    private List<Child> children(List<Payload> inputs, int concurrency, Tolerance tolerance)
            throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        int limit = concurrency == 0 ? MOST_AT_ONCE : Math.min(concurrency, MOST_AT_ONCE);
        return Crew.run(state.name(), inputs.size(), limit, i -> {
            Child child = child(inputs.get(i));
            if (!child.succeeded() && tolerance.exceededBy(failures.incrementAndGet(), inputs.size())) {
                throw new StateFailure(
                        ErrorNames.EXCEED_TOLERATED_FAILURE_THRESHOLD,
                        "The specified tolerated failure threshold was exceeded");
            }
            return child;
        });
    }

    private Child child(Payload input) throws InterruptedException {
        String name = Names.next(engine.random());
        Identity identity = new Identity(
                machine.execution(name), name, machine, engine.time().now(), input);
        History history = new History(identity.arn(), engine.time(), engine.listener());
        try {
            ExecutionRun.Outcome outcome = ExecutionRun.run(engine, identity, state.processor(), history);
            return new Child(identity, outcome, engine.time().now());
        } catch (InterruptedException e) {
            history.record(history.events().size(), EventType.EXECUTION_ABORTED, new EventDetails.None());
            throw e;
        }
    }

    /** Without a result writer no failure is tolerated, so that every child has an output. */
    private @Nullable Object result(List<Child> children) {
        if (mode.resultWriter().isPresent()) {
            return new ResultFiles(visit, mapRunArn, mode.resultWriter().get()).write(children);
        }
        List<@Nullable Object> outputs = new ArrayList<>(children.size());
        for (Child child : children) {
            if (child.outcome() instanceof ExecutionRun.Outcome.Succeeded(Payload output)) {
                outputs.add(output.value());
            }
        }
        return visit.within(outputs).value();
    }
}
