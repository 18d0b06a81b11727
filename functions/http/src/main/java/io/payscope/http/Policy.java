package io.payscope.http;

import static io.payscope.http.ApiFunction.API_ADMIN;
import static io.payscope.http.ApiFunction.API_PREDICTIONS;
import static io.payscope.http.ApiFunction.API_QUESTIONS;
import static io.payscope.http.ApiFunction.API_UPLOADS;
import static io.payscope.http.token.Role.ADMIN;
import static io.payscope.http.token.Role.ANALYST;
import static io.payscope.http.token.Role.AUDITOR;
import static io.payscope.http.token.Role.BANK_ADMIN;
import static io.payscope.http.token.Role.SYSTEM;

import io.payscope.http.token.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every route of the API: who answers it, what it reaches, who may call it, how often, how large a body it takes (in
 * bytes, 0 for none) and whether an allowed call is put on record. What is not here does not exist.
 */
public enum Policy {
    HEALTH("GET /health", API_ADMIN, Reach.OPEN, may(), Rate.ORDINARY, 0, Recording.NONE),
    READ_DESCRIPTION("GET /openapi.yaml", API_ADMIN, Reach.OPEN, may(), Rate.ORDINARY, 0, Recording.NONE),

    VALIDATE_DATASETS(
            "GET /admin/validate-datasets",
            API_ADMIN,
            Reach.ALL_BANKS,
            may(ADMIN, SYSTEM),
            Rate.HEAVY,
            0,
            Recording.DEFERRABLE),
    LIST_RUNS(
            "GET /admin/runs",
            API_ADMIN,
            Reach.ALL_BANKS,
            may(ADMIN, AUDITOR, SYSTEM),
            Rate.ORDINARY,
            0,
            Recording.REQUIRED),
    READ_RUN(
            "GET /admin/runs/{id}",
            API_ADMIN,
            Reach.ALL_BANKS,
            may(ADMIN, AUDITOR, SYSTEM),
            Rate.ORDINARY,
            0,
            Recording.REQUIRED),
    START_RUN(
            "POST /admin/runs",
            API_ADMIN,
            Reach.ALL_BANKS,
            may(ADMIN, SYSTEM),
            Rate.HEAVY,
            Limits.SMALL_BODY,
            Recording.REQUIRED),
    ROLL_BACK_MODEL(
            "POST /admin/models/{bank}/{kind}/rollback",
            API_ADMIN,
            Reach.PATH_BANK,
            may(ADMIN, BANK_ADMIN),
            Rate.HEAVY,
            0,
            Recording.REQUIRED),
    ERASE_BANK(
            "DELETE /admin/banks/{bank}/data",
            API_ADMIN,
            Reach.PATH_BANK,
            may(ADMIN),
            Rate.HEAVY,
            0,
            Recording.REQUIRED),
    READ_AUDIT(
            "GET /admin/audit", API_ADMIN, Reach.ALL_BANKS, may(ADMIN, AUDITOR), Rate.ORDINARY, 0, Recording.REQUIRED),

    CREATE_UPLOAD(
            "POST /uploads",
            API_UPLOADS,
            Reach.TOKEN_BANK,
            may(BANK_ADMIN, SYSTEM),
            Rate.HEAVY,
            Limits.SMALL_BODY,
            Recording.REQUIRED),
    READ_UPLOAD(
            "GET /uploads/{id}",
            API_UPLOADS,
            Reach.TOKEN_BANK,
            may(BANK_ADMIN, ANALYST, SYSTEM),
            Rate.ORDINARY,
            0,
            Recording.NONE),

    SCORE_TRANSACTIONS(
            "POST /banks/{bank}/fraud/scores",
            API_PREDICTIONS,
            Reach.PATH_BANK,
            may(ADMIN, BANK_ADMIN, ANALYST, SYSTEM),
            Rate.SCORES,
            Limits.BATCH_BODY,
            Recording.NONE),
    READ_FORECAST(
            "GET /banks/{bank}/forecasts/{series}",
            API_PREDICTIONS,
            Reach.PATH_BANK,
            may(ADMIN, BANK_ADMIN, ANALYST, SYSTEM),
            Rate.ORDINARY,
            0,
            Recording.NONE),
    ASK_WHAT_IF(
            "POST /banks/{bank}/forecasts/{series}/what-if",
            API_PREDICTIONS,
            Reach.PATH_BANK,
            may(ADMIN, BANK_ADMIN, ANALYST, SYSTEM),
            Rate.ORDINARY,
            Limits.SMALL_BODY,
            Recording.NONE),

    ASK_QUESTION(
            "POST /questions",
            API_QUESTIONS,
            Reach.TOKEN_BANK,
            may(BANK_ADMIN, ANALYST, SYSTEM),
            Rate.QUESTIONS,
            Limits.SMALL_BODY,
            Recording.NONE);

    private final RouteTemplate template;
    private final ApiFunction function;
    private final Reach reach;
    private final Set<Role> roles;
    private final Rate rate;
    private final int maxBodyBytes;
    private final Recording recording;

    Policy(
            String route,
            ApiFunction function,
            Reach reach,
            Set<Role> roles,
            Rate rate,
            int maxBodyBytes,
            Recording recording) {
        this.template = RouteTemplate.of(route);
        this.function = function;
        this.reach = reach;
        this.roles = roles;
        this.rate = rate;
        this.maxBodyBytes = maxBodyBytes;
        this.recording = recording;
    }

    private static Set<Role> may(Role... allowed) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Collections.addAll(roles, allowed);
        return Collections.unmodifiableSet(roles);
    }

    /** @return the routes that a function answers */
    public static List<Policy> of(ApiFunction function) {
        return Arrays.stream(values())
                .filter(route -> route.function == function)
                .toList();
    }

    /** @return the API Gateway route key, such as {@code GET /admin/runs/{id}} */
    public String routeKey() {
        return template.key();
    }

    RouteTemplate template() {
        return template;
    }

    /** @return who answers it */
    public ApiFunction function() {
        return function;
    }

    /** @return what it reaches */
    public Reach reach() {
        return reach;
    }

    /** @return who may call it; nobody for an open route, which asks for no token */
    public Set<Role> roles() {
        return roles;
    }

    /** @return how often one principal may call it */
    public Rate rate() {
        return rate;
    }

    /** @return bytes that its body may have, 0 where it takes none */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** @return whether an allowed call is put on record */
    public Recording recording() {
        return recording;
    }
}
