package io.payscope.runner.asl.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A checked state machine.
 *
 * @param flow its states
 * @param timeout longest time that an execution may take
 */
public record Definition(Flow flow, Optional<Duration> timeout) {}
