package io.payscope.core.stage;

import org.jspecify.annotations.Nullable;

/**
 * Asks for schema, constraints and index to be brought to this version.
 *
 * @param requestedBy what started the migration, such as a local run; null for a deployment, which says nothing
 */
public record MigrateStoresRequest(@Nullable String requestedBy) {}
