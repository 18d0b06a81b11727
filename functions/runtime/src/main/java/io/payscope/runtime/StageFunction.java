package io.payscope.runtime;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.stage.BankScoped;
import io.payscope.core.stage.Counted;
import io.payscope.core.stage.Measured;
import io.payscope.core.stage.Measured.Volume;
import io.payscope.core.stage.RunScoped;
import io.payscope.core.stage.Stage;
import io.payscope.wire.json.JsonCodec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The shell around a stage: decodes strictly, opens the log context, calls, encodes, and maps every failure to one of
 * the four faults. An {@link Error} must not leave it: the custom runtime loop would die without answering, and the
 * state would hang to its timeout.
 *
 * @param <Q> request record
 * @param <R> result record
 */
public final class StageFunction<Q, R> implements Function<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(StageFunction.class);
    private static final String STAGE = "stage";

    private final String name;
    private final Class<Q> requestType;
    private final Stage<Q, R> stage;
    private final StageMetrics metrics;

    /**
     * Wraps a stage.
     *
     * @param name of the stage, such as {@code load-ledger}
     * @param requestType the request record
     * @param stage the use case
     */
    public StageFunction(String name, Class<Q> requestType, Stage<Q, R> stage) {
        this(name, requestType, stage, StageMetrics.of(System.getenv()));
    }

    StageFunction(String name, Class<Q> requestType, Stage<Q, R> stage, StageMetrics metrics) {
        this.name = name;
        this.requestType = requestType;
        this.stage = stage;
        this.metrics = metrics;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public byte[] apply(byte[] event) {
        long start = System.nanoTime();
        Optional<Q> request = Optional.empty();
        MDC.put(STAGE, name);
        try {
            request = Optional.of(JsonCodec.decode(event, requestType));
            R result = stage.run(request.get());
            byte[] answer = JsonCodec.encode(result);
            LOG.info(
                    "{} answered {} bytes after {} ms",
                    name,
                    answer.length,
                    since(start).toMillis());
            Volume volume = result instanceof Measured measured ? measured.volume() : Volume.UNKNOWN;
            Map<String, Integer> counts = result instanceof Counted counted ? counted.counts() : Map.of();
            metrics.record(call(request, volume, counts, start, Optional.empty()));
            return answer;
        } catch (Throwable failure) {
            Fault fault = toFault(failure);
            LOG.error("{} failed: {}", name, fault.getMessage(), failure);
            metrics.record(call(request, Volume.UNKNOWN, Map.of(), start, Optional.of(fault)));
            throw fault;
        } finally {
            MDC.remove(STAGE);
        }
    }

    private StageMetrics.Call call(
            Optional<Q> request, Volume volume, Map<String, Integer> counts, long start, Optional<Fault> fault) {
        return new StageMetrics.Call(
                name,
                request.filter(BankScoped.class::isInstance)
                        .map(BankScoped.class::cast)
                        .map(BankScoped::bankId),
                request.filter(RunScoped.class::isInstance)
                        .map(RunScoped.class::cast)
                        .map(RunScoped::runId),
                volume,
                counts,
                since(start),
                fault);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Fault toFault(Throwable failure) {
        return switch (failure) {
            case Fault fault -> fault;
            case LinkageError missing ->
                new ConfigFault(name + ": a native library or class is missing: " + missing, missing);
            default -> new BugFault(name + ": " + failure, failure);
        };
    }
}
