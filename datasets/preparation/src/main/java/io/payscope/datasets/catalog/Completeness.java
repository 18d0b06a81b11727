package io.payscope.datasets.catalog;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a catalog entry with a blank text, or a null in a field that is not marked {@link Nullable}, at any depth. */
final class Completeness {

    private final String name;

    Completeness(String name) {
        this.name = name;
    }

    /** @throws ConfigFault naming the file and the path of the field */
    void check(Record owner, String path) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Object value = read(owner, component);
            if (value != null) {
                descend(value, field);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new ConfigFault(name + ": expected " + field + ", found null");
            }
        }
    }

    private void descend(Object value, String path) {
        switch (value) {
            case Record inner -> check(inner, path);
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    descend(items.get(i), path + "[" + i + "]");
                }
            }
            case String text
            when text.isBlank() -> throw new ConfigFault(name + ": expected " + path + ", found a blank text");
            default -> {
                // A scalar holds nothing.
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
