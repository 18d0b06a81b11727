package io.payscope.runtime.loop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from the Runtime API one by one, as a Lambda environment does. A failure is reported by the full name of
 * its class, like the Java runtime's, and the loop goes on after it; an {@link Error} too. When the API itself fails,
 * the process ends, so that Lambda starts a new one instead of waiting for the function's timeout.
 */
public final class RuntimeLoop {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeLoop.class);

    private RuntimeLoop() {}

    /**
     * Serves events until the process ends.
     *
     * @param address host and port of the Runtime API
     * @param start starts the handler; a failure of it is reported as a failed initialisation
     */
    @SuppressWarnings("CatchingUnchecked")
    public static void serve(String address, Supplier<RequestStreamHandler> start) {
        RuntimeApi api = new RuntimeApi(address);
        try {
            RequestStreamHandler handler;
            try {
                handler = start.get();
            } catch (Throwable failure) {
                LOG.error("the function did not start", failure);
                api.failedStart(failure);
                throw new IOException("the function did not start", failure);
            }
            while (true) {
                answer(api, handler, api.next());
            }
        } catch (IOException e) {
            LOG.error("the Runtime API at {} is lost: {}", address, e.toString());
            Runtime.getRuntime().exit(1);
        }
    }

    /** Lets no failure of the handler out, whatever it is: the API gets its report. */
    @SuppressWarnings("CatchingUnchecked")
    private static void answer(RuntimeApi api, RequestStreamHandler handler, Invocation invocation)
            throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(invocation.event()), answer, invocation);
        } catch (Throwable failure) {
            api.failed(invocation.id(), failure);
            return;
        }
        api.answered(invocation.id(), answer.toByteArray());
    }
}
