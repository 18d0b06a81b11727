package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.nimbusds.jose.JOSEException;
import io.payscope.core.port.AuditEvent.Outcome;
import io.payscope.http.token.Role;
import io.payscope.http.token.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the whole table: each route with each role, bound to its own bank, to another and to none. */
class PolicyTest {

    private static TestIssuer issuer;

    private final RecordedAudit audit = new RecordedAudit();

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
    }

    static Stream<Arguments> everyRoleAtEveryRoute() {
        return Stream.of(Policy.values()).flatMap(route -> Stream.of(Role.values())
                .flatMap(role -> Stream.of(
                        Arguments.of(route, role, null), Arguments.of(route, role, 1), Arguments.of(route, role, 2))));
    }

    @ParameterizedTest
    @MethodSource("everyRoleAtEveryRoute")
    void aRouteAnswersItsRolesAboutTheirBankAndNobodyElse(Policy route, Role role, @Nullable Integer bank)
            throws JOSEException {
        APIGatewayV2HTTPResponse response = call(route, issuer.bearer(role, bank));

        int expected = mayCall(route, role, bank) ? 200 : 403;
        assertThat(response.getStatusCode()).isEqualTo(expected);
        if (expected == 403) {
            assertThat(audit.events()).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Outcome.DENIED);
                assertThat(event.principal()).isEqualTo("ada");
                assertThat(event.action()).isEqualTo(route.routeKey());
            });
        } else if (route.recording() != Recording.NONE || route.reach() == Reach.PATH_BANK && bank == null) {
            assertThat(audit.events()).singleElement().satisfies(event -> assertThat(event.outcome())
                    .isEqualTo(Outcome.ALLOWED));
        } else {
            assertThat(audit.events()).isEmpty();
        }
    }

    /** The rules once more in other words; paths name bank 1. */
    private static boolean mayCall(Policy route, Role role, @Nullable Integer bank) {
        if (route.reach() == Reach.OPEN) {
            return true;
        }
        if (role.needsBank() && bank == null || !route.roles().contains(role)) {
            return false;
        }
        return switch (route.reach()) {
            case OPEN -> true;
            case ALL_BANKS -> bank == null;
            case TOKEN_BANK -> bank != null;
            case PATH_BANK -> bank == null || bank == 1;
        };
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void nobodyIsAnsweredWithoutATokenSaveWhereTheRouteIsOpen(Policy route) {
        assertThat(call(route, null).getStatusCode()).isEqualTo(route.reach() == Reach.OPEN ? 200 : 401);
    }

    @Test
    void onlyHealthAndTheDescriptionAreOpenAndOnlyTheyHaveNoRoles() {
        assertThat(Stream.of(Policy.values()).filter(route -> route.reach() == Reach.OPEN))
                .containsExactly(Policy.HEALTH, Policy.READ_DESCRIPTION);
        assertThat(Stream.of(Policy.values()).filter(route -> route.roles().isEmpty()))
                .containsExactly(Policy.HEALTH, Policy.READ_DESCRIPTION);
    }

    @Test
    void readingAcrossBanksIsForAdminAndSystemAndAlwaysOnRecord() {
        for (Policy route : Policy.values()) {
            if (route.reach() == Reach.ALL_BANKS) {
                assertThat(route.recording()).isNotEqualTo(Recording.NONE);
                assertThat(route.roles()).doesNotContain(Role.ANALYST, Role.BANK_ADMIN);
            }
            if (route.reach() == Reach.PATH_BANK) {
                assertThat(route.roles()).doesNotContain(Role.AUDITOR);
            }
        }
    }

    @Test
    void everyRouteIsOneOfATemplateAndFoundByIt() {
        assertThat(Stream.of(Policy.values()).map(Policy::routeKey)).doesNotHaveDuplicates();
        for (Policy route : Policy.values()) {
            assertThat(Router.find(method(route), path(route)))
                    .hasValueSatisfying(match -> assertThat(match.route()).isEqualTo(route));
        }
    }

    @Test
    void thePageOnSecuritySaysTheSame() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "..", "SECURITY.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(Policy.values())
                        .map(route -> "| `%s` | %s | %s | %s | %s |"
                                .formatted(
                                        route.routeKey(),
                                        route.function().deployedName(),
                                        route.reach(),
                                        route.roles().isEmpty()
                                                ? "-"
                                                : route.roles().stream()
                                                        .map(Role::name)
                                                        .collect(Collectors.joining(", ")),
                                        route.recording()))
                        .toList());
    }

    private APIGatewayV2HTTPResponse call(Policy route, @Nullable String authorization) {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        for (Policy own : Policy.of(route.function())) {
            endpoints.put(own, Endpoint.of(_ -> Answer.ok(Map.of())));
        }
        Gate gate = new Gate(issuer.verifier(), new AuditDesk(audit), new RateLimiter());
        return new Api(route.function(), gate, endpoints).apply(Events.of(method(route), path(route), authorization));
    }

    private static String method(Policy route) {
        return route.routeKey().split(" ")[0];
    }

    private static String path(Policy route) {
        String path = route.routeKey().split(" ")[1].replace("{bank}", "1");
        for (String name : List.of("{id}", "{kind}", "{series}")) {
            path = path.replace(name, "x");
        }
        return path;
    }
}
