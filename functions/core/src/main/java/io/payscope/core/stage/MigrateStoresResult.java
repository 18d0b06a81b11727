package io.payscope.core.stage;

/**
 * All stores are at this version.
 *
 * @param ledgerVersion version of the last SQL migration
 * @param ledgerMigrations SQL migrations applied by this call
 * @param graphConstraints constraints and indexes that exist
 * @param vectorIndex name of the vector index
 */
public record MigrateStoresResult(
        String ledgerVersion, int ledgerMigrations, int graphConstraints, String vectorIndex) {}
