package io.payscope.apiadmin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditTrail;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.ValidateDatasetsRequest;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /admin/validate-datasets}, for ADMIN and SYSTEM. Errors are problem details (RFC 9457) that say no more
 * than their status; the reason goes to log and audit trail.
 */
final class AdminApi implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(AdminApi.class);
    private static final String ROUTE = "GET /admin/validate-datasets";
    private static final Set<Role> ALLOWED = EnumSet.of(Role.ADMIN, Role.SYSTEM);
    private static final List<BankId> BANKS =
            IntStream.rangeClosed(1, 5).mapToObj(BankId::new).toList();

    private final TokenVerifier tokens;
    private final AuditTrail audit;
    private final Stage<ValidateDatasetsRequest, DatasetValidation> validation;

    /**
     * Creates the endpoint.
     *
     * @param tokens who asks
     * @param audit where every call and denial is recorded
     * @param validation answers
     */
    AdminApi(TokenVerifier tokens, AuditTrail audit, Stage<ValidateDatasetsRequest, DatasetValidation> validation) {
        this.tokens = tokens;
        this.audit = audit;
        this.validation = validation;
    }

    @Override
    public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
        if (!ROUTE.equals(event.getRouteKey())) {
            return problem(404, "Not Found");
        }
        return switch (tokens.verify(authorization(event))) {
            case Authentication.Refused refused -> denied(401, "Unauthorized", "anonymous", refused.reason());
            case Authentication.WithoutRole stranger -> denied(403, "Forbidden", stranger.subject(), "no known role");
            case Authentication.Verified verified
            when !ALLOWED.contains(verified.principal().role()) ->
                denied(
                        403,
                        "Forbidden",
                        verified.principal().subject(),
                        "role " + verified.principal().role());
            case Authentication.Verified verified -> answer(verified.principal());
        };
    }

    private APIGatewayV2HTTPResponse answer(Principal principal) {
        try {
            audit.append(principal.subject(), ROUTE, "ALLOWED " + principal.role());
            DatasetValidation result = validation.run(new ValidateDatasetsRequest(principal.subject(), BANKS));
            return response(200, "application/json", JsonCodec.encode(result));
        } catch (Fault fault) {
            LOG.error("{} failed", ROUTE, fault);
            return problem(503, "Service Unavailable");
        }
    }

    private APIGatewayV2HTTPResponse denied(int status, String title, String principal, String reason) {
        LOG.warn("{} denied with {}: {}", ROUTE, status, reason);
        try {
            audit.append(principal, ROUTE, "DENIED " + status + " " + reason);
        } catch (Fault fault) {
            LOG.error("a denial could not be recorded", fault);
        }
        return problem(status, title);
    }

    private static @Nullable String authorization(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = event.getHeaders();
        return headers == null ? null : headers.get("authorization");
    }

    private static APIGatewayV2HTTPResponse problem(int status, String title) {
        byte[] body = JsonCodec.encode(Map.of("type", "about:blank", "title", title, "status", status));
        return response(status, "application/problem+json", body);
    }

    private static APIGatewayV2HTTPResponse response(int status, String contentType, byte[] body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", contentType))
                .withBody(new String(body, StandardCharsets.UTF_8))
                .build();
    }
}
