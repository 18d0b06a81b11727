package io.payscope.core.port;

/** Brings a store's schema, constraints or index to this version of the code; again, it changes nothing. */
@FunctionalInterface
public interface StoreMigration {

    /**
     * Migrates.
     *
     * @throws io.payscope.core.fault.TransientFault if the store does not answer
     * @throws io.payscope.core.fault.ConfigFault if it refuses the caller
     */
    Applied migrate();

    /**
     * What a store is like after its migration.
     *
     * @param version what it is at: the last schema version, or the name of an index
     * @param count migrations applied by this call, or constraints and indexes that exist
     */
    record Applied(String version, int count) {}
}
