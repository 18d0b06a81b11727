package io.payscope.core.stage;

/**
 * Asks for schema, constraints and index to be brought to this version.
 *
 * @param requestedBy what started the migration: a deployment or a local run
 */
public record MigrateStoresRequest(String requestedBy) {}
