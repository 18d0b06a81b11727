package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A language model is named by the deployment, and only the function that asks it may invoke it. */
@NodeRequired
class BedrockAccessTest {

    private static final String PROFILE = "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.some.model-v1:0";

    @Test
    void noRoleInvokesAModelUnlessOneIsNamed() {
        assertThat(Synthesised.statements().toString()).doesNotContain("bedrock");
        assertThat(Synthesised.function(Stage.API_QUESTIONS).toString()).doesNotContain("BEDROCK");
    }

    @Test
    void questionsInvokeExactlyTheNamedProfile() {
        Map<String, Map<String, Object>> stack = pipeline(PROFILE);

        assertThat(invocations(stack)).singleElement().satisfies(statement -> assertThat(
                        Synthesised.at(statement, "Resource"))
                .isEqualTo(PROFILE));
        assertThat(stack.values().stream()
                        .filter(resource -> resource.toString().contains("PAYSCOPE_BEDROCK_MODEL=" + PROFILE)))
                .singleElement()
                .satisfies(function -> assertThat(function.toString()).contains("PayScope api-questions,"));
    }

    @Test
    void modelIsThatOfTheRegion() {
        assertThat(invocations(pipeline("some.model-v1:0"))).singleElement().satisfies(statement -> assertThat(
                        Synthesised.at(statement, "Resource").toString())
                .contains(":bedrock:", "AWS::Region", "::foundation-model/some.model-v1:0"));
    }

    private static Map<String, Map<String, Object>> pipeline(String model) {
        Path output = Synthesised.synthesise(Map.of("bedrockModel", model));
        return Synthesised.read(output, "pipeline");
    }

    private static List<Map<?, ?>> invocations(Map<String, Map<String, Object>> stack) {
        return stack.values().stream()
                .filter(resource -> "AWS::IAM::Policy".equals(resource.get("Type")))
                .flatMap(policy -> Synthesised.statements(policy).stream())
                .filter(statement -> "bedrock:InvokeModel".equals(statement.get("Action")))
                .toList();
    }
}
