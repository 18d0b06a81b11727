package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import java.util.Map;

/** The stores that the functions work on: embedded ones of this machine, or others that are given by settings. */
public sealed interface Stores extends AutoCloseable permits StoresProcess, ExternalStores {

    /** @return the settings by which the functions find the stores; they hold secrets */
    Map<Setting, String> settings();

    @Override
    void close();
}
