package io.payscope.http.token;

import io.payscope.core.fault.DataFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from outside, read by itself first: nothing twice, nothing deep, nothing after its end. */
public final class StrictJson {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 1024;
    private static final int MAX_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(MAX_NAME)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // An image cannot run Jackson's own parsers of numbers.
            .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .build();

    private StrictJson() {}

    /**
     * Reads an object.
     *
     * @param json UTF-8
     * @throws DataFault if it is none, says something twice, is deeper than 32, or has a name above 1,024 or a number
     *     above 64 characters
     */
    public static JsonNode object(byte[] json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node == null || !node.isObject()) {
                throw new DataFault("expected a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            throw new DataFault("expected JSON without repeated names: " + e.getOriginalMessage(), e);
        }
    }
}
