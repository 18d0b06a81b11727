package io.payscope.apiadmin;

import io.payscope.http.Answer;
import io.payscope.http.Api;
import io.payscope.http.ApiFunction;
import io.payscope.http.Description;
import io.payscope.http.Endpoint;
import io.payscope.http.Gate;
import io.payscope.http.Policy;
import java.util.EnumMap;
import java.util.Map;

/** Joins the routes of the admin function to what answers them. */
final class AdminApi {

    private AdminApi() {}

    /** What {@code GET /health} answers: that this function runs, and nothing of what it depends on. */
    record Health(String status) {}

    static Api create(
            Gate gate, AdminStores stores, RunStarter starter, ModelRollback rollback, Confirmations confirmations) {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        RunRoutes runs = new RunRoutes(stores.register(), starter);
        endpoints.put(Policy.HEALTH, Endpoint.of(_ -> Answer.ok(new Health("UP"))));
        Description description = Description.load();
        endpoints.put(Policy.READ_DESCRIPTION, Endpoint.of(_ -> Answer.ok(description)));
        endpoints.put(Policy.VALIDATE_DATASETS, Endpoint.of(new ValidationRoute(stores)));
        endpoints.put(Policy.LIST_RUNS, Endpoint.of(runs::list));
        endpoints.put(Policy.READ_RUN, Endpoint.of(runs::read));
        endpoints.put(Policy.START_RUN, Endpoint.of(RunInput.class, runs::start));
        endpoints.put(Policy.ROLL_BACK_MODEL, Endpoint.of(new RollbackRoute(rollback, stores.trail())));
        endpoints.put(Policy.ERASE_BANK, Endpoint.of(new EraseRoute(stores.erasures(), stores.trail(), confirmations)));
        endpoints.put(Policy.READ_AUDIT, Endpoint.of(new AuditRoute(stores.log())));
        return new Api(ApiFunction.API_ADMIN, gate, endpoints);
    }
}
