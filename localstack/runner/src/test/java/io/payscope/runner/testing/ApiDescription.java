package io.payscope.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.payscope.http.Policy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API's description as the running front serves it, to hold answers against. */
public final class ApiDescription {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new HashMap<>();

    /** @param yaml OpenAPI 3.1, whose schemas are JSON Schema 2020-12 */
    public ApiDescription(String yaml) {
        this.document = new YAMLMapper().readTree(yaml);
    }

    /** Fails unless the answer's status, media type and every field of it are described for the route. */
    public void check(Policy route, int status, String mediaType, String body) {
        String[] key = route.routeKey().split(" ", 2);
        JsonNode responses = document.path("paths")
                .path(key[1])
                .path(key[0].toLowerCase(Locale.ROOT))
                .path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(status)));
        assertThat(response.isMissingNode())
                .as("%s answers %d, which is not described: %s", route.routeKey(), status, body)
                .isFalse();
        JsonNode content = response.path("content").path(mediaType);
        assertThat(content.isMissingNode())
                .as("%s answers %d as %s, which is not described", route.routeKey(), status, mediaType)
                .isFalse();
        JsonNode reference = content.path("schema").path("$ref");
        if (reference.isString()) {
            assertThat(schema(reference.asString()).validate(JSON.readTree(body)))
                    .as("%s, %d: %s", route.routeKey(), status, body)
                    .isEmpty();
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.path("$ref").isString()
                ? document.at(node.path("$ref").asString().substring(1))
                : node;
    }

    private Schema schema(String reference) {
        return schemas.computeIfAbsent(reference, to -> {
            ObjectNode root = JSON.createObjectNode().put("$ref", to);
            root.set("components", document.path("components"));
            return registry.getSchema(root);
        });
    }
}
