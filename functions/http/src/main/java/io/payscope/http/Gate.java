package io.payscope.http;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditTrail;
import io.payscope.http.token.Authentication;
import io.payscope.http.token.Principal;
import io.payscope.http.token.PublishedKeys;
import io.payscope.http.token.TokenVerifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may be answered and which bank it is about. The token's bank wins: a path, query or body
 * that names another one is a denial. Every denial is put on record with its reason; the caller learns the status.
 */
public final class Gate {

    private static final List<String> BANK_PARAMETERS = List.of("bank", "bankId", "bank_id");
    private static final String PATH_PARAMETER = "bank";

    private final TokenVerifier tokens;
    private final AuditDesk desk;
    private final RateLimiter limiter;

    /**
     * @param tokens who asks
     * @param desk where calls and denials are put on record
     * @param limiter how often one may ask
     */
    public Gate(TokenVerifier tokens, AuditDesk desk, RateLimiter limiter) {
        this.tokens = tokens;
        this.desk = desk;
        this.limiter = limiter;
    }

    /**
     * The gate of one function.
     *
     * @param settings name the issuer, its keys and the audience
     * @param trail where calls and denials are put on record
     */
    public static Gate from(Settings settings, AuditTrail trail) {
        TokenVerifier tokens = new TokenVerifier(
                PublishedKeys.at(settings.get(Setting.JWKS_URL)),
                settings.get(Setting.JWT_ISSUER),
                settings.get(Setting.JWT_AUDIENCE));
        return new Gate(tokens, new AuditDesk(trail), new RateLimiter());
    }

    /**
     * The principal and the bank of a request that may be answered.
     *
     * @param principal null on an open route
     * @param bank null on a route that is about none or all
     */
    record Pass(@Nullable Principal principal, @Nullable BankId bank) {}

    /** @throws Refusal 401, 403, 429 or 503 */
    Pass admit(Incoming request, Router.Match match) {
        Policy route = match.route();
        if (route.reach() == Reach.OPEN) {
            limit(AuditDesk.ANONYMOUS, route);
            return new Pass(null, null);
        }
        return switch (tokens.verify(request.authorization())) {
            case Authentication.Refused refused -> {
                desk.anonymous(route, refused.reason());
                throw new Refusal(401, "", Map.of("www-authenticate", "Bearer"));
            }
            case Authentication.Undecided _ -> throw new Refusal(503, "", Map.of("retry-after", "5"));
            case Authentication.Powerless powerless -> {
                limit(powerless.subject(), route);
                desk.denied(powerless.subject(), "", null, route, powerless.reason());
                throw forbidden();
            }
            case Authentication.Verified verified -> {
                limit(verified.principal().subject(), route);
                yield authorize(verified.principal(), request, match);
            }
        };
    }

    private Pass authorize(Principal principal, Incoming request, Router.Match match) {
        Policy route = match.route();
        if (!route.roles().contains(principal.role())) {
            throw denied(principal, route, "not for this role");
        }
        BankId bank =
                switch (route.reach()) {
                    case OPEN -> null;
                    case ALL_BANKS -> {
                        if (principal.bank() != null) {
                            throw denied(principal, route, "the token is bound to a bank");
                        }
                        yield null;
                    }
                    case TOKEN_BANK -> {
                        if (principal.bank() == null) {
                            throw denied(principal, route, "the token is bound to no bank");
                        }
                        yield principal.bank();
                    }
                    case PATH_BANK ->
                        named(
                                principal,
                                route,
                                String.valueOf(match.parameters().get(PATH_PARAMETER)));
                };
        if (bank != null) {
            Map<String, String> query = request.query();
            for (String parameter : BANK_PARAMETERS) {
                String value = query.get(parameter);
                if (value != null && !value.equals(bank.toString())) {
                    throw denied(principal, route, "another bank in the query");
                }
            }
        }
        return new Pass(principal, bank);
    }

    private BankId named(Principal principal, Policy route, String value) {
        BankId own = principal.bank();
        if (own != null) {
            if (!value.equals(own.toString())) {
                throw denied(principal, route, "another bank in the path");
            }
            return own;
        }
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > Short.MAX_VALUE) {
            throw new Refusal(404, "there is no such bank");
        }
        return new BankId(Integer.parseInt(value));
    }

    /** Holds a decoded body against the bank of the call. */
    void checkBody(Pass pass, Policy route, Object body) {
        BankId bank = pass.bank();
        Principal principal = pass.principal();
        if (bank == null || principal == null || !(body instanceof NamesBank names)) {
            return;
        }
        if (names.namedBanks().stream().anyMatch(other -> !other.equals(bank))) {
            throw denied(principal, route, "another bank in the body");
        }
    }

    /** Puts an allowed call on record, where the route asks for that or the principal reaches across. */
    void record(Pass pass, Policy route) {
        Principal principal = pass.principal();
        if (principal == null) {
            return;
        }
        boolean across = route.reach() == Reach.PATH_BANK && principal.bank() == null;
        Recording recording = across && route.recording() == Recording.NONE ? Recording.REQUIRED : route.recording();
        if (recording != Recording.NONE) {
            desk.allowed(
                    new AuditEvent(
                            principal.subject(),
                            principal.role().name(),
                            pass.bank(),
                            route.routeKey(),
                            AuditEvent.Outcome.ALLOWED,
                            ""),
                    recording);
        }
    }

    private void limit(String principal, Policy route) {
        Duration wait = limiter.take(principal, route.rate());
        if (!wait.isZero()) {
            long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
            throw new Refusal(429, "", Map.of("retry-after", Long.toString(seconds)));
        }
    }

    private Refusal denied(Principal principal, Policy route, String reason) {
        desk.denied(principal.subject(), principal.role().name(), principal.bank(), route, reason);
        return forbidden();
    }

    private static Refusal forbidden() {
        return new Refusal(403, "");
    }
}
