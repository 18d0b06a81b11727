package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import java.util.Map;

/** Calls the functions of the state machines and of the HTTP API, wherever they run. */
public interface Functions extends AutoCloseable {

    /** Makes the functions, once it is known what they shall find in their environment. */
    @FunctionalInterface
    interface Maker {

        /** @param settings of the functions */
        Functions make(Map<Setting, String> settings);
    }

    /**
     * Calls a function.
     *
     * @param stage which
     * @param event JSON, UTF-8
     * @return its JSON answer
     * @throws RuntimeException whatever the function threw
     */
    byte[] invoke(StageName stage, byte[] event);

    /** Sets what functions that start from now on find in their environment. */
    void set(Setting setting, String value);

    /** Ends what was started for the functions. */
    @Override
    void close();
}
