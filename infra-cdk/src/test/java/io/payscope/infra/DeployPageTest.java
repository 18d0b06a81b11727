package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DEPLOY.md names things that exist: stacks, outputs, parameters, context values, functions, metrics and alarms. */
@NodeRequired
class DeployPageTest {

    private static String page = "";
    private static Path givenStores = Path.of(".");

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Synthesised.REPOSITORY.resolve("DEPLOY.md"));
        givenStores = Synthesised.synthesise(Map.of("data", "false"));
    }

    @Test
    void everyOutputThatItNamesIsOne() throws IOException {
        Set<String> outputs = names("Outputs");
        Set<String> named = found("outputs? ((?:`\\w+`(?:,| and)?\\s+)*`\\w+`)").stream()
                .flatMap(list -> Pattern.compile("\\w{5,}").matcher(list).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .contains("PipelineArn", "DataBucket", "ApiUrl", "GraphSecret", "LedgerInstance", "DataKey")
                .isSubsetOf(outputs);
    }

    @Test
    void everyParameterThatItGivesIsOneAndNoneThatMustBeGivenIsForgotten() throws IOException {
        Set<String> given = found("--parameters payscope-dev-pipeline:(\\w+)=");
        Set<String> mustBeGiven = required(Synthesised.OUTPUT);

        assertThat(given).isEqualTo(mustBeGiven);
        assertThat(required(givenStores)).containsAll(given).allSatisfy(name -> assertThat(page)
                .containsAnyOf("`" + name + "`", ":" + name + "="));
    }

    @Test
    void everyContextValueThatItNamesIsRead() throws IOException {
        Path main = Path.of("src/main/java/io/payscope/infra");
        String source = Files.readString(main.resolve("DeploymentContext.java"))
                + Files.readString(main.resolve("StageFunctions.java"));
        Set<String> named = new TreeSet<>(found("-c (\\w+)"));
        String choices = page.substring(page.indexOf("Choices are made by"), page.indexOf("Fill the secrets"));
        named.addAll(matches("`([a-z]\\w+)(?:=\\w+)?`", choices));
        named.remove("name");
        assertThat(named)
                .contains("environment", "data", "removalPolicy", "secretsGeneration")
                .allSatisfy(name -> assertThat(source).containsPattern("(node|getNode\\(\\)), \"" + name + "\""));
    }

    @Test
    void everyFunctionAndStackThatItNamesExists() {
        Set<String> titles = Arrays.stream(Stage.values()).map(Stage::title).collect(Collectors.toSet());
        assertThat(found("\\$\\(fn (\\w+)\\)")).contains("MigrateStores").isSubsetOf(titles);
        assertThat(found("payscope-dev-([a-z]+)"))
                .isSubsetOf("storage", "data", "pipeline", "api", "observability")
                .contains("storage", "data", "pipeline");
    }

    /** Also against names that bash keeps for itself: what is assigned to them is lost. */
    @Test
    void everyVariableAndCommandOfItsShellIsSetOrExplained() {
        Set<String> known = new TreeSet<>(found("(?m)^([A-Z_]+)=\\$"));
        known.addAll(found("`([A-Z_]+)`"));
        Set<String> commands = new TreeSet<>(found("(?m)^(\\w+)\\(\\) \\{"));
        commands.addAll(Set.of("aws", "date"));

        assertThat(found("\\$\\{?([A-Z][A-Z_]+)"))
                .contains("RUN", "RUN_ID", "BUCKET", "TOKEN")
                .doesNotContain("GROUPS", "UID", "SECONDS", "RANDOM")
                .isSubsetOf(known);
        assertThat(found("\\$\\((\\w+)")).contains("fn", "group").isSubsetOf(commands);
    }

    @Test
    void aPostgresOfOnesOwnIsVerifiedAsTheStacksOwnIs() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/payscope/infra/DataStack.java"));

        assertThat(matches("(sslmode=verify-full&sslfactory=[\\w.]+)", source))
                .hasSize(1)
                .allSatisfy(verified -> assertThat(page).contains(":5432/payscope?" + verified + "\n"));
    }

    @Test
    void metricsAreThoseThatFunctionsWriteAndTheAlarmIsThere() throws IOException {
        String metrics = Files.readString(Synthesised.REPOSITORY.resolve(
                "functions/runtime/src/main/java/io/payscope/runtime/StageMetrics.java"));
        assertThat(found("(?m)^\\| `([A-Z]\\w+)` \\| (?:Milliseconds|Count|Bytes|None)"))
                .containsExactlyInAnyOrderElementsOf(matches("values, \"(\\w+)\"", metrics));
        assertThat(found("the alarm `(\\w+)`")).isNotEmpty().allSatisfy(name -> assertThat(
                        Synthesised.resource("observability", "AWS::CloudWatch::Alarm", name))
                .isNotEmpty());
        assertThat(Integer.parseInt(found("([0-9]+) alarms x").iterator().next()))
                .isEqualTo(Synthesised.resources("observability", "AWS::CloudWatch::Alarm")
                        .size());
    }

    @Test
    void teardownEmptiesTheBucketsOfVersionsAndMarkersBeforeItDeletesThem() {
        String teardown = page.substring(page.indexOf("## Teardown"), page.indexOf("## Runbook"));
        assertThat(teardown)
                .containsSubsequence(
                        "npx cdk destroy --all",
                        "for kind in Versions DeleteMarkers",
                        "list-object-versions",
                        "aws s3api delete-objects",
                        "purge $BUCKET && aws s3api delete-bucket --bucket $BUCKET",
                        "purge $ACCESS_LOG && aws s3api delete-bucket --bucket $ACCESS_LOG",
                        "schedule-key-deletion");
    }

    private static Set<String> found(String pattern) {
        return matches(pattern, page);
    }

    /** @return the first group of every match */
    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String section) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String stack : List.of("storage", "data", "pipeline", "api", "observability")) {
            Path template = Synthesised.template(Synthesised.OUTPUT, stack);
            Synthesised.JSON
                    .readTree(template.toFile())
                    .path(section)
                    .fieldNames()
                    .forEachRemaining(names::add);
        }
        return names;
    }

    /** @return parameters of the Pipeline stack that have no default */
    private static Set<String> required(Path output) throws IOException {
        Set<String> names = new TreeSet<>();
        Synthesised.JSON
                .readTree(Synthesised.template(output, "pipeline").toFile())
                .path("Parameters")
                .properties()
                .forEach(parameter -> {
                    if (!parameter.getValue().has("Default")) {
                        names.add(parameter.getKey());
                    }
                });
        return names;
    }
}
