package io.payscope.runner.asl.query;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is evaluated in.
 *
 * @param states what {@code $states} holds
 * @param variables the workflow variables in scope
 * @param now what {@code $now} and {@code $millis} answer
 * @param random where {@code $random} and {@code $uuid} draw from
 */
public record Surroundings(
        Map<String, @Nullable Object> states, Map<String, @Nullable Object> variables, Instant now, Random random) {}
