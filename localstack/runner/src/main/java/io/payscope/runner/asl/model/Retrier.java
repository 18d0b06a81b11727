package io.payscope.runner.asl.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which errors are retried and when.
 *
 * @param errorEquals names of errors
 * @param interval wait before the first retry
 * @param maxAttempts retries at most, 0 for none
 * @param backoffRate what the wait grows by from retry to retry
 * @param maxDelay the longest wait, if limited
 * @param fullJitter whether the wait is drawn evenly between zero and the computed one
 */
public record Retrier(
        List<String> errorEquals,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        Optional<Duration> maxDelay,
        boolean fullJitter) {}
