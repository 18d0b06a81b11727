package io.payscope.core.stage;

import java.util.List;

/**
 * All stores answered.
 *
 * @param services what each store said of itself
 */
public record CheckServicesResult(List<ServiceStatus> services) {

    /**
     * A store that answered.
     *
     * @param store which
     * @param detail its version or state
     */
    public record ServiceStatus(Store store, String detail) {}
}
