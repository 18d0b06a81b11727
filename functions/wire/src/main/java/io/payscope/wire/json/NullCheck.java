package io.payscope.wire.json;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a null in a record component that is not marked {@link Nullable}, at any depth. */
final class NullCheck {

    private NullCheck() {}

    /** @throws DataFault naming the record and the field that is missing */
    static void verify(@Nullable Object value, Class<?> type) {
        if (value == null) {
            throw new DataFault(type.getSimpleName() + ": expected an object, found null");
        }
        descend(value);
    }

    private static void descend(Object value) {
        switch (value) {
            case Record inner -> components(inner);
            case Collection<?> items -> items.forEach(item -> verify(item, Object.class));
            case Map<?, ?> map -> map.values().forEach(item -> verify(item, Object.class));
            default -> {
                // A scalar holds nothing.
            }
        }
    }

    private static void components(Record owner) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            Object value = read(owner, component);
            if (value != null) {
                descend(value);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new DataFault(
                        owner.getClass().getSimpleName() + ": field '" + component.getName() + "' is missing");
            }
        }
    }

    private static @Nullable Object read(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new BugFault("cannot read " + component, e);
        }
    }
}
