package io.payscope.infra;

import java.util.List;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;

/**
 * A route of the API. A function decides by itself what its callers may do; the gateway lets through whoever has a
 * valid token.
 *
 * @param method of the request
 * @param path with parameters in braces
 * @param stage that answers
 * @param open whether it needs no token
 */
record Route(HttpMethod method, String path, Stage stage, boolean open) {

    /** All of them; new functions of the API add theirs here. */
    static final List<Route> ALL = List.of(
            new Route(HttpMethod.GET, "/health", Stage.API_ADMIN, true),
            new Route(HttpMethod.GET, "/openapi.yaml", Stage.API_ADMIN, true),
            admin(HttpMethod.GET, "/admin/validate-datasets"),
            admin(HttpMethod.GET, "/admin/runs"),
            admin(HttpMethod.GET, "/admin/runs/{id}"),
            admin(HttpMethod.POST, "/admin/runs"),
            admin(HttpMethod.POST, "/admin/models/{bank}/{kind}/rollback"),
            admin(HttpMethod.DELETE, "/admin/banks/{bank}/data"),
            admin(HttpMethod.GET, "/admin/audit"),
            new Route(HttpMethod.POST, "/uploads", Stage.API_UPLOADS, false),
            new Route(HttpMethod.GET, "/uploads/{id}", Stage.API_UPLOADS, false),
            new Route(HttpMethod.POST, "/banks/{bank}/fraud/scores", Stage.API_PREDICTIONS, false),
            new Route(HttpMethod.GET, "/banks/{bank}/forecasts/{series}", Stage.API_PREDICTIONS, false),
            new Route(HttpMethod.POST, "/banks/{bank}/forecasts/{series}/what-if", Stage.API_PREDICTIONS, false),
            new Route(HttpMethod.POST, "/questions", Stage.API_QUESTIONS, false));

    private static Route admin(HttpMethod method, String path) {
        return new Route(method, path, Stage.API_ADMIN, false);
    }
}
