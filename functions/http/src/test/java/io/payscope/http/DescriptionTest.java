package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.payscope.http.token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the description against the policy table, in both directions, and against the rules of JSON Schema. */
class DescriptionTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode DESCRIPTION = YAML.readTree(Description.load().text());
    private static final JsonNode PATHS = DESCRIPTION.path("paths");

    @Test
    void describesTheRoutesOfThePolicyAndNoOthers() {
        List<String> described = new ArrayList<>();
        PATHS.properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Policy.values()).map(Policy::routeKey).toList());
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void aRouteNamesItsRolesItsBodyAndTheRefusalsOfTheGate(Policy route) {
        JsonNode operation = operation(route);
        boolean open = route.reach() == Reach.OPEN;

        assertThat(operation.path("x-roles").values().stream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        route.roles().stream().map(Role::name).toList());
        assertThat(operation.has("requestBody")).isEqualTo(route.maxBodyBytes() > 0);
        assertThat(operation.path("security").isArray()).isEqualTo(open);
        JsonNode responses = operation.path("responses");
        for (String refusal : List.of("401", "403", "503")) {
            assertThat(responses.has(refusal)).as(refusal).isEqualTo(!open);
        }
        for (String refusal : List.of("400", "413", "414", "429", "431", "500")) {
            assertThat(responses.has(refusal)).as(refusal).isTrue();
        }
        assertThat(responses.has("415")).isEqualTo(route.maxBodyBytes() > 0);
        assertThat(responses.propertyNames()).anyMatch(status -> status.startsWith("2"));
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        assertThat(Stream.of(Policy.values())
                        .map(route -> operation(route).path("operationId").asString()))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        List<String> references = DESCRIPTION.findValuesAsString("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        DESCRIPTION.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        DESCRIPTION.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> kind.getValue().propertyNames().forEach(name -> assertThat(references)
                        .contains("#/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void objectsSayWhatTheyMayHold() {
        DESCRIPTION.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getValue().path("type").asString("").equals("object"))
                .forEach(schema -> assertThat(
                                schema.getValue().path("additionalProperties").isBoolean()
                                        && !schema.getValue()
                                                .path("additionalProperties")
                                                .asBoolean())
                        .as(schema.getKey())
                        .isTrue());
    }

    @Test
    void aProblemIsWhatTheSchemaSays() {
        Schema schema = schema("Problem");
        ObjectNode problem = YAML.valueToTree(Problem.of(404, "there is no such run", "r-1"));

        assertThat(schema.validate(problem)).isEmpty();
        assertThat(schema.validate(problem.put("trace", "at line 1"))).isNotEmpty();
    }

    private static Schema schema(String name) {
        ObjectNode root = YAML.createObjectNode().put("$ref", "#/components/schemas/" + name);
        root.set("components", DESCRIPTION.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private static JsonNode operation(Policy route) {
        String[] key = route.routeKey().split(" ", 2);
        return PATHS.path(key[1]).path(key[0].toLowerCase(Locale.ROOT));
    }
}
