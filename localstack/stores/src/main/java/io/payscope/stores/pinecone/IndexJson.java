package io.payscope.stores.pinecone;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the control plane, API version 2025-10. */
final class IndexJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private IndexJson() {}

    /**
     * Reads a request to create an index.
     *
     * @throws RestRefusal if it asks for anything but a dense serverless index with the cosine metric
     */
    static IndexSpec creation(String body, Clock clock) {
        JsonNode json = parse(body);
        requireOffered(json.path("metric").asString(IndexSpec.METRIC), IndexSpec.METRIC, "metric");
        requireOffered(json.path("vector_type").asString("dense"), "dense", "vector_type");
        JsonNode serverless = json.path("spec").path("serverless");
        if (!serverless.isObject()) {
            throw RestRefusal.notOffered("An index spec without 'serverless'");
        }
        if (!json.path("name").isString() || !json.path("dimension").isInt()) {
            throw RestRefusal.invalid("An index needs a name (string) and a dimension (whole number)");
        }
        return new IndexSpec(
                json.path("name").stringValue(),
                json.path("dimension").intValue(),
                json.path("deletion_protection").asString("disabled").equals("enabled"),
                serverless.path("cloud").asString("aws"),
                serverless.path("region").asString("us-east-1"),
                tags(json.path("tags")),
                0,
                clock.millis());
    }

    /** @return the index as describe and create tell it */
    static ObjectNode model(IndexSpec spec) {
        ObjectNode model = JSON.createObjectNode()
                .put("name", spec.name())
                .put("dimension", spec.dimension())
                .put("metric", IndexSpec.METRIC)
                .put("host", "http://127.0.0.1:" + spec.port())
                .put("deletion_protection", spec.deletionProtected() ? "enabled" : "disabled")
                .put("vector_type", "dense");
        ObjectNode tags = model.putObject("tags");
        new TreeMap<>(spec.tags()).forEach(tags::put);
        ObjectNode serverless = model.putObject("spec")
                .putObject("serverless")
                .put("cloud", spec.cloud())
                .put("region", spec.region());
        // The client refuses an index that does not tell its read capacity.
        serverless
                .putObject("read_capacity")
                .put("mode", "OnDemand")
                .putObject("status")
                .put("state", "Ready");
        model.putObject("status").put("ready", true).put("state", "Ready");
        return model;
    }

    static String list(List<IndexSpec> specs) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode indexes = body.putArray("indexes");
        specs.forEach(spec -> indexes.add(model(spec)));
        return body.toString();
    }

    static String error(RestRefusal refusal) {
        ObjectNode body = JSON.createObjectNode().put("status", refusal.status());
        body.putObject("error").put("code", refusal.code()).put("message", refusal.getMessage());
        return body.toString();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw RestRefusal.invalid("The request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, String> tags(JsonNode json) {
        Map<String, String> tags = new TreeMap<>();
        json.forEachEntry((name, value) -> tags.put(name, value.asString("")));
        return tags;
    }

    private static void requireOffered(String asked, String offered, String field) {
        if (!asked.equals(offered)) {
            throw RestRefusal.notOffered(field + " '" + asked + "'");
        }
    }
}
