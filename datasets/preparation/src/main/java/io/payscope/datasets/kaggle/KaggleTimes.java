package io.payscope.datasets.kaggle;

import java.time.Clock;
import java.time.Duration;

/**
 * How long the client waits for what. The figures are those of the official clients (kagglehub 1.0.1: 5 s to connect,
 * 15 s between bytes; kaggle 1.8.4: 5 retries, 60 s at most between two), but for a longer time between bytes, which
 * a signed link's first byte needs.
 *
 * @param connect to connect
 * @param idle between two bytes, and for the first of an answer
 * @param retries attempts after the first one that brings nothing
 * @param firstBackOff before the first retry; it doubles from there
 * @param longestBackOff between two attempts
 * @param longestRetryAfter that the server may ask for; beyond it the call fails at once
 * @param pause waits between attempts
 * @param clock tells how far off a date is
 */
public record KaggleTimes(
        Duration connect,
        Duration idle,
        int retries,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration longestRetryAfter,
        Pause pause,
        Clock clock) {

    /** For use outside tests. */
    public static final KaggleTimes STANDARD = new KaggleTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Thread::sleep,
            Clock.systemUTC());
}
