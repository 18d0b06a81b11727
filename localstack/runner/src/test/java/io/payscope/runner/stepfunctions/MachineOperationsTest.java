package io.payscope.runner.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.history.EventType;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

/** The life of a state machine that a client brings, through the SDK. */
class MachineOperationsTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/any";
    private static final String PASS =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String SUCCEED =
            "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}";
    private static final String CALL = """
        {"QueryLanguage":"JSONata","StartAt":"Call","States":{"Call":{"Type":"Task",
        "Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":
        "arn:aws:lambda:eu-west-1:123456789012:function:%s:live"},"End":true}}}
        """;
    private static final String JSON_PATH =
            "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"ResultPath\":\"$.a\",\"End\":true}}}";
    private static final String UNKNOWN_FIELD = PASS.replace("\"End\":true", "\"End\":true,\"Colour\":\"red\"");

    private static LocalStates states;
    private static SfnClient client;

    @BeforeAll
    static void start() {
        states = new LocalStates();
        client = SfnClient.builder()
                .endpointOverride(states.uri())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        states.close();
    }

    @Test
    void createdStateMachineRunsAndIsDescribedWithItsRole() throws Exception {
        String arn = create("created", PASS).stateMachineArn();
        assertThat(arn).isEqualTo(LocalStates.machine("created"));
        Execution execution = started(arn);
        assertThat(execution.await(Duration.ofSeconds(30)).orElseThrow().output())
                .hasValueSatisfying(output -> assertThat(output.text()).isEqualTo("{}"));
        assertThat(client.describeStateMachine(r -> r.stateMachineArn(arn))).satisfies(found -> {
            assertThat(found.definition()).isEqualTo(PASS);
            assertThat(found.roleArn()).isEqualTo(ROLE);
            assertThat(found.statusAsString()).isEqualTo("ACTIVE");
        });
    }

    @Test
    void createdTwiceAlikeItIsTheSameAndUnlikeItIsRefused() {
        CreateStateMachineResponse first = create("twice", PASS);
        CreateStateMachineResponse second = create("twice", PASS);
        assertThat(second.stateMachineArn()).isEqualTo(first.stateMachineArn());
        assertThat(second.creationDate()).isEqualTo(first.creationDate());
        refused(StateMachineAlreadyExistsException.class, () -> create("twice", SUCCEED));
    }

    @Test
    void updatedStateMachineRunsItsNewDefinition() {
        String arn = create("updated", PASS).stateMachineArn();
        client.updateStateMachine(r -> r.stateMachineArn(arn).definition(SUCCEED));
        assertThat(client.describeStateMachine(r -> r.stateMachineArn(arn)).definition())
                .isEqualTo(SUCCEED);
        refused(MissingRequiredParameterException.class, () -> client.updateStateMachine(r -> r.stateMachineArn(arn)));
        refused(
                StateMachineDoesNotExistException.class,
                () -> client.updateStateMachine(
                        r -> r.stateMachineArn(arn + "-gone").definition(PASS)));
    }

    @Test
    void deletedStateMachineIsGoneAndWhatRanOfItIsAborted() throws Exception {
        String arn = create("deleted", CALL.formatted("stuck")).stateMachineArn();
        Execution running = started(arn);
        client.deleteStateMachine(r -> r.stateMachineArn(arn));
        assertThat(running.await(Duration.ofSeconds(30)).orElseThrow().status().name())
                .isEqualTo("ABORTED");
        assertThat(running.history().events().getLast().type()).isEqualTo(EventType.EXECUTION_ABORTED);
        refused(
                StateMachineDoesNotExistException.class,
                () -> client.describeStateMachine(r -> r.stateMachineArn(arn)));
        refused(StateMachineDoesNotExistException.class, () -> client.startExecution(r -> r.stateMachineArn(arn)));
        client.deleteStateMachine(r -> r.stateMachineArn(arn));
        assertThat(create("deleted", PASS).stateMachineArn()).isEqualTo(arn);
    }

    @Test
    void functionIsFoundByItsArnWhateverAccountRegionAndAlias() throws Exception {
        String arn = create("by-arn", CALL.formatted("echo")).stateMachineArn();
        assertThat(started(arn)
                        .await(Duration.ofSeconds(30))
                        .orElseThrow()
                        .status()
                        .name())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void definitionOutsideTheDialectIsInvalidAndNamesStateAndField() {
        assertThatThrownBy(() -> create("path", JSON_PATH))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("QueryLanguage");
        assertThatThrownBy(() -> create("colour", UNKNOWN_FIELD))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/States/P")
                .hasMessageContaining("Colour");
        refused(
                StateMachineDoesNotExistException.class,
                () -> client.describeStateMachine(r -> r.stateMachineArn(LocalStates.machine("colour"))));
    }

    @Test
    void validationTellsWithoutCreating() {
        assertThat(validated(PASS).result()).isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
        assertThat(validated(PASS).diagnostics()).isEmpty();
        ValidateStateMachineDefinitionResponse failed = validated(UNKNOWN_FIELD);
        assertThat(failed.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
        assertThat(failed.truncated()).isFalse();
        assertThat(failed.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.severityAsString()).isEqualTo("ERROR");
            assertThat(diagnostic.location()).isEqualTo("/States/P/Colour");
        });
        assertThat(validated("{").diagnostics()).hasSize(1);
    }

    @Test
    void wrongRequestsAreTheExceptionsOfTheSdk() {
        refused(InvalidNameException.class, () -> create("a b", PASS));
        refused(InvalidNameException.class, () -> create("a".repeat(81), PASS));
        refused(
                InvalidArnException.class,
                () -> client.createStateMachine(
                        r -> r.name("role").definition(PASS).roleArn("nobody")));
        refused(InvalidArnException.class, () -> client.deleteStateMachine(r -> r.stateMachineArn("nothing")));
        refused(
                StateMachineTypeNotSupportedException.class,
                () -> client.createStateMachine(
                        r -> r.name("express").definition(PASS).roleArn(ROLE).type(StateMachineType.EXPRESS)));
        assertThatThrownBy(() -> client.createStateMachine(
                        r -> r.name("published").definition(PASS).roleArn(ROLE).publish(true)))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("publish");
    }

    private static CreateStateMachineResponse create(String name, String definition) {
        return client.createStateMachine(
                r -> r.name(name).definition(definition).roleArn(ROLE));
    }

    private static Execution started(String arn) {
        String execution = client.startExecution(r -> r.stateMachineArn(arn)).executionArn();
        return states.executions().find(execution).orElseThrow();
    }

    private static ValidateStateMachineDefinitionResponse validated(String definition) {
        return client.validateStateMachineDefinition(r -> r.definition(definition));
    }

    private static void refused(Class<? extends SfnException> type, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOf(type);
    }
}
