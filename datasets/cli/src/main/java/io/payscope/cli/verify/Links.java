package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.fault.DataFault;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes links as they are found. */
final class Links {

    private final Consumer<Link> listener;

    Links(Consumer<Link> listener) {
        this.listener = listener;
    }

    void sound(Kind kind, String key, String detail) {
        listener.accept(new Link.Sound(kind, key, detail));
    }

    void broken(Kind kind, String key, String expected, String found) {
        listener.accept(new Link.Broken(kind, key, expected, found));
    }

    void absent(Kind kind, String key, String reason) {
        listener.accept(new Link.Absent(kind, key, reason));
    }

    /** A link that holds if two values are equal. */
    void equal(Kind kind, String key, String what, Object expected, Object found) {
        if (expected.equals(found)) {
            sound(kind, key, what + " " + shortened(found));
        } else {
            broken(kind, key, what + " " + expected, what + " " + found);
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.matches("[0-9a-f]{64}") ? text.substring(0, 12) : text;
    }

    /** What the reading gives; what cannot be read is a broken link. */
    <T> Optional<T> read(Kind kind, String key, String expected, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DataFault fault) {
            broken(kind, key, expected, String.valueOf(fault.getMessage()));
            return Optional.empty();
        }
    }
}
