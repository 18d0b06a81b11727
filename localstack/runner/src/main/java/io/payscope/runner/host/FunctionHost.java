package io.payscope.runner.host;

import com.amazonaws.services.lambda.runtime.Context;
import io.payscope.core.config.Setting;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/**
 * Runs the functions in this process, through the same adapter that Lambda calls them through. A function starts at
 * its first call and keeps its context, like a warm Lambda environment.
 */
public final class FunctionHost implements Functions {

    private static final String MAIN_CLASS = "MAIN_CLASS";
    private static final String CONFIG_NAME = "spring.config.name";

    private final Map<StageName, FunctionInvoker> warm = new EnumMap<>(StageName.class);

    /**
     * Creates a host. Settings become system properties, which the functions read like environment variables.
     *
     * @param settings what the functions find in their environment
     */
    public FunctionHost(Map<Setting, String> settings) {
        settings.forEach(this::set);
    }

    @Override
    public void set(Setting setting, String value) {
        System.setProperty(setting.variable(), value);
    }

    @Override
    public byte[] invoke(StageName stage, byte[] event) {
        Context context = new LocalContext(stage.function());
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            warm(stage).handleRequest(new ByteArrayInputStream(event), answer, context);
        } catch (IOException e) {
            throw new BugFault("cannot pass an event of " + event.length + " bytes to " + stage.function(), e);
        } catch (LinkageError e) {
            throw new ConfigFault(stage.function() + ": a native library or class is missing: " + e, e);
        }
        return answer.toByteArray();
    }

    /** The functions' contexts end with this process. */
    @Override
    public void close() {}

    /** The adapter reads its main class from one process-wide property, so functions start one at a time. */
    private synchronized FunctionInvoker warm(StageName stage) {
        return warm.computeIfAbsent(stage, cold -> {
            System.setProperty(MAIN_CLASS, cold.mainClass());
            System.setProperty(CONFIG_NAME, cold.function());
            return new FunctionInvoker();
        });
    }
}
