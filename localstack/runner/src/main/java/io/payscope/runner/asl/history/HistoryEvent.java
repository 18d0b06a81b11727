package io.payscope.runner.asl.history;

import java.time.Instant;

/**
 * One event of an execution.
 *
 * @param id 1 for the first, then one more each time
 * @param previousEventId the event that led to it, 0 for the first
 * @param timestamp when it happened
 * @param type what happened
 * @param details what there is to tell about it
 */
public record HistoryEvent(long id, long previousEventId, Instant timestamp, EventType type, EventDetails details) {}
