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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String found = MAPPER.writeValueAsString(rights(stage)) + "\n";
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
        rights(stage).forEach((resource, actions) -> {
            assertThat(actions).noneMatch(action -> action.contains("*"));
            if (resource.equals("*")) {
                assertThat(WITHOUT_RESOURCES).containsAll(actions);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoErasesABankOrReplacesWhatItWroteItselfDeletes(Stage stage) {
        Map<String, Set<String>> deletable = new TreeMap<>(rights(stage));
        deletable.values().removeIf(actions -> actions.stream().noneMatch(action -> action.startsWith("s3:Delete")));
        Stream<String> expected =
                switch (stage) {
                    case API_ADMIN ->
                        Stage.allWrittenPrefixes().stream()
                                .map(prefix -> prefix.equals("raw/") ? "raw/*bank=*" : prefix + "bank=*");
                    case PREPARE_DATASET -> Stream.of("raw/*", "receipts/*");
                    case SYNTHESIZE_BANK, TRAIN_FRAUD, TRAIN_FORECAST -> Stream.of("receipts/*");
                    default -> Stream.empty();
                };

        assertThat(deletable.keySet())
                .map(resource -> resource.substring(resource.indexOf('/') + 1))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    /** Forgetting a former result is the one deletion that stages share; without its right a rerun fails. */
    @ParameterizedTest
    @EnumSource
    void whoDoesAnEffectAnewMayForgetItsResult(Stage stage) throws IOException {
        Path sources = Synthesised.REPOSITORY.resolve("functions/" + stage.module() + "/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            boolean redoes = false;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                redoes |= Files.readString(file).contains("new OnceOnly(");
            }
            assertThat(stage.deletedPrefixes().contains("receipts/")).isEqualTo(redoes);
        }
    }

    @Test
    void erasureMayDeleteBelowEveryPrefixThatItKnowsAndItKnowsAllThatIsWritten() throws IOException {
        String source = Files.readString(Synthesised.REPOSITORY.resolve(
                "functions/store-objects/src/main/java/io/payscope/objects/ObjectErasure.java"));
        Set<String> known = Pattern.compile("\"([a-z]+/)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(known).containsExactlyInAnyOrderElementsOf(Stage.allWrittenPrefixes());
    }

    @Test
    void adminStartsThePipelineAndLooksAtItsExecutionsAndNoOtherFunctionDoes() {
        for (Stage stage : Stage.values()) {
            Map<String, Set<String>> states = new TreeMap<>(rights(stage));
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
        rights(stage).forEach((resource, actions) -> {
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

    /** @return actions by resource, both sorted */
    private static Map<String, Set<String>> rights(Stage stage) {
        Object reference = Synthesised.at(Synthesised.function(stage), "Properties", "Role", "Fn::GetAtt");
        String role = Synthesised.list(reference).getFirst().toString();
        Map<String, Object> resource = Synthesised.resource("pipeline", "AWS::IAM::Role", role);
        assertThat(Synthesised.properties(resource)).doesNotContainKeys("ManagedPolicyArns", "Policies");
        Map<String, Set<String>> rights = new TreeMap<>();
        for (Map<?, ?> statement : Synthesised.statementsOf(role)) {
            assertThat(statement.get("Effect")).isEqualTo("Allow");
            for (Object target : Synthesised.list(Synthesised.at(statement, "Resource"))) {
                Set<String> actions = rights.computeIfAbsent(plain(target), name -> new TreeSet<>());
                Synthesised.list(Synthesised.at(statement, "Action")).forEach(action -> actions.add(action.toString()));
            }
        }
        return rights;
    }

    /** @return an ARN with its references in braces */
    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            if (only.getKey().equals("Fn::Join")) {
                StringBuilder text = new StringBuilder();
                Synthesised.list(Synthesised.list(only.getValue()).getLast()).forEach(part -> text.append(plain(part)));
                return text.toString();
            }
            return "${" + Synthesised.list(only.getValue()).getFirst() + "}";
        }
        return value.toString();
    }
}
