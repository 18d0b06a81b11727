package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each function may do, one file a function: a change of a role is a change that a reader sees. */
@NodeRequired
class IamGoldenTest {

    private static final Path FILES = Path.of("src/test/resources/iam");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** X-Ray and a function's network interfaces know no resources. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of(
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    @ParameterizedTest
    @EnumSource
    void roleIsAsItsFileSays(Stage stage) throws IOException {
        Path file = FILES.resolve(stage.title() + ".json");
        String found = MAPPER.writeValueAsString(StageRights.of(stage)) + "\n";
        if ("write".equals(System.getProperty("payscope.golden"))) {
            Files.createDirectories(FILES);
            Files.writeString(file, found);
        }

        assertThat(file).as("made by -Dpayscope.golden=write").isRegularFile();
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource
    void noActionIsAWildcardAndOnlyListedOnesAreForEveryResource(Stage stage) {
        StageRights.of(stage).forEach((resource, actions) -> {
            assertThat(actions).noneMatch(action -> action.contains("*"));
            if (resource.equals("*")) {
                assertThat(WITHOUT_RESOURCES).containsAll(actions);
            }
        });
    }

    @Test
    void adminStartsThePipelineAndLooksAtItsExecutionsAndNoOtherFunctionDoes() {
        for (Stage stage : Stage.values()) {
            Map<String, Set<String>> states = new TreeMap<>(StageRights.of(stage));
            states.values().removeIf(actions -> actions.stream().noneMatch(action -> action.startsWith("states:")));
            if (stage == Stage.API_ADMIN) {
                assertThat(states.values())
                        .containsExactlyInAnyOrder(Set.of("states:StartExecution"), Set.of("states:DescribeExecution"));
                assertThat(states.keySet()).allMatch(resource -> resource.contains("StateMachinesPipeline"));
            } else {
                assertThat(states).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void secretsAndLoginsAreThoseOfTheStoresThatItTalksTo(Stage stage) {
        Set<String> expected = new TreeSet<>();
        Map.of(
                        Need.LEDGER_OWNER, List.of("LedgerOwner", "LedgerApp"),
                        Need.GRAPH, List.of("Graph"),
                        Need.VECTORS, List.of("Vectors"),
                        Need.KAGGLE, List.of("Kaggle"),
                        Need.ERASURE, List.of("Confirmations"))
                .forEach((need, secrets) -> {
                    if (stage.needs().contains(need)) {
                        expected.addAll(secrets);
                    }
                });
        List<String> secrets = new ArrayList<>();
        List<String> logins = new ArrayList<>();
        StageRights.of(stage).forEach((resource, actions) -> {
            if (actions.contains("secretsmanager:GetSecretValue")) {
                secrets.add(resource);
            }
            if (actions.contains("rds-db:connect")) {
                logins.add(resource);
            }
        });

        assertThat(secrets).hasSameSizeAs(expected);
        expected.forEach(
                name -> assertThat(secrets).anyMatch(secret -> secret.matches(".*(Ref|\\$\\{)" + name + ".*")));
        assertThat(logins)
                .hasSize(stage.needs().contains(Need.LEDGER) && !stage.needs().contains(Need.LEDGER_OWNER) ? 1 : 0)
                .allMatch(login -> login.endsWith("/" + DataStack.APP_ROLE));
    }
}
