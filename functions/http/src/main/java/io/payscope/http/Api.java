package io.payscope.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.TransientFault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An API function: finds the route, lets the gate decide, decodes the body, puts the call on record, answers. Whatever
 * goes wrong becomes a problem that says no more than its status; the cause is in the log under the request's id. An
 * {@link Error} must not leave it either: the custom runtime's loop would die without answering.
 */
public final class Api implements Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private final Gate gate;
    private final Map<Policy, Endpoint<?>> endpoints;

    /**
     * Creates a function.
     *
     * @param function which one
     * @param gate who may ask
     * @param endpoints one for each of the function's routes
     * @throws BugFault if a route of the function has no endpoint, or an endpoint is another function's
     */
    public Api(ApiFunction function, Gate gate, Map<Policy, Endpoint<?>> endpoints) {
        if (!Set.copyOf(Policy.of(function)).equals(endpoints.keySet())) {
            throw new BugFault(
                    function + ": expected endpoints for " + Policy.of(function) + ", found " + endpoints.keySet());
        }
        this.gate = gate;
        this.endpoints = new EnumMap<>(endpoints);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked")
    public APIGatewayV2HTTPResponse apply(APIGatewayV2HTTPEvent event) {
        Incoming request = new Incoming(event);
        try {
            return Responses.of(answer(request), request.requestId());
        } catch (Refusal refusal) {
            return Responses.of(refusal, request.requestId());
        } catch (TransientFault fault) {
            LOG.error("request {} failed in passing", request.requestId(), fault);
            return Responses.of(new Refusal(503, "", Map.of("retry-after", "5")), request.requestId());
        } catch (Throwable failure) {
            LOG.error("request {} failed", request.requestId(), failure);
            return Responses.of(new Refusal(500, ""), request.requestId());
        }
    }

    private Answer<?> answer(Incoming request) {
        if (request.headerSize() > Limits.HEADERS) {
            throw new Refusal(431, "");
        }
        if (request.urlSize() > Limits.URL) {
            throw new Refusal(414, "");
        }
        Router.Match match = route(request);
        Endpoint<?> endpoint = endpoints.get(match.route());
        if (endpoint == null) {
            throw new Refusal(404, "");
        }
        return answer(request, match, endpoint);
    }

    private static Router.Match route(Incoming request) {
        Optional<Router.Match> match = Router.find(request.method(), request.path());
        if (match.isPresent()) {
            return match.get();
        }
        String allowed = Router.allowed(request.path());
        throw allowed.isEmpty() ? new Refusal(404, "") : new Refusal(405, "", Map.of("allow", allowed));
    }

    private <B> Answer<?> answer(Incoming request, Router.Match match, Endpoint<B> endpoint) {
        Policy route = match.route();
        Gate.Pass pass = gate.admit(request, match);
        B body = Bodies.decode(request, route, endpoint.bodyType());
        gate.checkBody(pass, route, body);
        gate.record(pass, route);
        return endpoint.handler()
                .handle(new Call<>(
                        route,
                        pass.principal(),
                        pass.bank(),
                        match.parameters(),
                        request.query(),
                        request.headers(),
                        body,
                        request.requestId()));
    }
}
