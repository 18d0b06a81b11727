package io.payscope.core.port;

import io.payscope.core.stage.Store;

/** Asks a store whether it is there and migrated. */
public interface StoreProbe {

    /** @return which store is asked */
    Store store();

    /**
     * Asks.
     *
     * @return its version or state, for people
     * @throws io.payscope.core.fault.TransientFault if it does not answer
     * @throws io.payscope.core.fault.ConfigFault if it answers but is not migrated or refuses the caller
     */
    String probe();
}
