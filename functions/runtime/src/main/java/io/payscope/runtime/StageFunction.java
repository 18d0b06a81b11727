package io.payscope.runtime;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.stage.Stage;
import io.payscope.wire.json.JsonCodec;
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

    /**
     * Wraps a stage.
     *
     * @param name of the stage, such as {@code load-ledger}
     * @param requestType the request record
     * @param stage the use case
     */
    public StageFunction(String name, Class<Q> requestType, Stage<Q, R> stage) {
        this.name = name;
        this.requestType = requestType;
        this.stage = stage;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public byte[] apply(byte[] request) {
        long start = System.nanoTime();
        MDC.put(STAGE, name);
        try {
            byte[] answer = JsonCodec.encode(stage.run(JsonCodec.decode(request, requestType)));
            LOG.info("{} answered {} bytes after {} ms", name, answer.length, (System.nanoTime() - start) / 1_000_000);
            return answer;
        } catch (Throwable failure) {
            Fault fault = toFault(failure);
            LOG.error("{} failed: {}", name, fault.getMessage(), failure);
            throw fault;
        } finally {
            MDC.remove(STAGE);
        }
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
