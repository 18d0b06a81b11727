package io.payscope.runtime;

import io.payscope.runtime.loop.RuntimeLoop;
import java.io.IOException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/**
 * The main program of a function, which native images start and ahead-of-time processing looks into. Lambda's Java
 * runtime does not use it: there {@link FunctionInvoker} is the handler. Events pass through that same adapter here,
 * so a function behaves alike in both.
 */
public final class StageMain {

    private static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";

    private StageMain() {}

    /**
     * Serves the Runtime API until the process is ended; where there is none, only starts the context.
     *
     * @param application the function's configuration class
     * @param arguments of the command line
     */
    public static void run(Class<?> application, String... arguments) {
        String api = System.getenv(RUNTIME_API);
        if (api == null) {
            context(application).run(arguments);
            return;
        }
        System.setProperty("MAIN_CLASS", application.getName());
        // Whatever the function's handler is called on Lambda: with any other the adapter starts a loop of its own.
        System.setProperty("_HANDLER", FunctionInvoker.class.getName());
        try {
            RuntimeLoop.serve(api, FunctionInvoker::new);
        } catch (IOException e) {
            LoggerFactory.getLogger(application).error("no more events are taken from {}", api, e);
            Runtime.getRuntime().exit(1);
        }
    }

    /** As the adapter starts a context. */
    private static SpringApplication context(Class<?> application) {
        return new SpringApplicationBuilder(application, AdapterConfiguration.class)
                .main(application)
                .application();
    }
}
