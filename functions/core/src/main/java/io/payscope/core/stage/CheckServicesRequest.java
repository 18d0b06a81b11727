package io.payscope.core.stage;

/**
 * Asks whether the stores can be reached and are migrated.
 *
 * @param runId the run that asks
 */
public record CheckServicesRequest(String runId) implements RunScoped {}
