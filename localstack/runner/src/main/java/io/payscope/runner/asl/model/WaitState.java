package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;

/**
 * Lets time pass.
 *
 * @param name its name
 * @param until how long
 * @param exit how it is left
 */
public record WaitState(String name, Until until, Exit exit) implements State {

    /** How long to wait. */
    public sealed interface Until {

        /**
         * For some time.
         *
         * @param seconds whole seconds
         */
        record Seconds(Template seconds) implements Until {}

        /**
         * Until a time.
         *
         * @param timestamp RFC 3339
         */
        record Timestamp(Template timestamp) implements Until {}
    }
}
