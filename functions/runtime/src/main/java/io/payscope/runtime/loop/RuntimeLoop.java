package io.payscope.runtime.loop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Takes events from the Runtime API one by one, as a Lambda environment does. A failure is reported by the full name of
 * its class, like the Java runtime's, and the loop goes on after it; an {@link Error} too. When the API itself fails,
 * the loop ends and the process with it: Lambda then starts a new one instead of waiting for the function's timeout.
 */
public final class RuntimeLoop {

    private RuntimeLoop() {}

    /**
     * Serves events, one after another.
     *
     * @param address host and port of the Runtime API
     * @param start starts the handler; a failure of it is reported as a failed initialisation
     * @throws IOException when the function did not start or the API is lost: the process is of no more use
     */
    public static void serve(String address, Supplier<RequestStreamHandler> start) throws IOException {
        RuntimeApi api = new RuntimeApi(address);
        RequestStreamHandler handler = started(api, start);
        while (true) {
            answer(api, handler, api.next());
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private static RequestStreamHandler started(RuntimeApi api, Supplier<RequestStreamHandler> start)
            throws IOException {
        try {
            return start.get();
        } catch (Throwable failure) {
            api.failedStart(failure);
            throw new IOException("the function did not start", failure);
        }
    }

    /** Lets no failure of the handler out, whatever it is: the API gets its report. */
    @SuppressWarnings("CatchingUnchecked")
    private static void answer(RuntimeApi api, RequestStreamHandler handler, Invocation invocation) throws IOException {
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
