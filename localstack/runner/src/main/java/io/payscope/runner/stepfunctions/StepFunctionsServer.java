package io.payscope.runner.stepfunctions;

import com.sun.net.httpserver.HttpServer;
import io.payscope.core.fault.ConfigFault;
import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the Step Functions API on 127.0.0.1. Signatures are not verified, but a request must carry one: any
 * credentials do.
 */
public final class StepFunctionsServer implements AutoCloseable {

    static {
        // Read once, when the JDK's server is first used: without it every small answer waits for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private StepFunctionsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to serve.
     *
     * @param port the port, 0 for any free one
     * @param machines what can be run
     * @param executions runs it
     * @throws ConfigFault if the port is in use
     */
    public static StepFunctionsServer start(int port, StateMachines machines, ExecutionService executions) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new ConfigFault("cannot serve Step Functions on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", new ApiHandler(new Operations(machines, executions)));
        server.start();
        return new StepFunctionsServer(server, threads);
    }

    /** @return where it serves, {@code http://127.0.0.1:PORT} */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops serving; the executions go on. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
