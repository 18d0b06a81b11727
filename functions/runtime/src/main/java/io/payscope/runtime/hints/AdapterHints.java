package io.payscope.runtime.hints;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/** The adapter loads the class that the setting {@code _HANDLER} names, to see whether it has to run a loop itself. */
final class AdapterHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.reflection().registerType(FunctionInvoker.class);
    }
}
