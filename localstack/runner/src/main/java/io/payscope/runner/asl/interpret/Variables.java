package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Payload;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one scope. A scope belongs to one thread; while inner scopes run, the thread of the outer one waits,
 * so that they may read it.
 */
final class Variables {

    private final Optional<Variables> outer;
    private final Map<String, @Nullable Object> own = new HashMap<>();

    private Variables(Optional<Variables> outer) {
        this.outer = outer;
    }

    /** A scope that sees nothing but itself. */
    static Variables isolated() {
        return new Variables(Optional.empty());
    }

    /** A scope that also reads this one; what is assigned in it does not come back. */
    Variables inner() {
        return new Variables(Optional.of(this));
    }

    void assign(Map<String, Payload> values) {
        values.forEach((name, value) -> own.put(name, value.value()));
    }

    /** @return every variable that can be read here */
    Map<String, @Nullable Object> visible() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        outer.ifPresent(scope -> all.putAll(scope.visible()));
        all.putAll(own);
        return all;
    }
}
