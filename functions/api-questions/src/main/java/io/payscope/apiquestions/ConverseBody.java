package io.payscope.apiquestions;

import io.payscope.core.fault.TransientFault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of a Converse request and of its answer, of the parts of the API that are used. */
final class ConverseBody {

    private static final JsonMapper JSON = new JsonMapper();

    /** Why a model stops when it has said all; any other reason leaves a text that was cut or withheld. */
    private static final Set<String> COMPLETE = Set.of("end_turn", "stop_sequence");

    private ConverseBody() {}

    /** @return a request of one turn, with temperature 0 so that the same evidence gives the same words if it can */
    static byte[] of(String system, String user, int tokens) {
        return JSON.writeValueAsBytes(Map.of(
                "system", List.of(Map.of("text", system)),
                "messages", List.of(Map.of("role", "user", "content", List.of(Map.of("text", user)))),
                "inferenceConfig", Map.of("maxTokens", tokens, "temperature", 0)));
    }

    /**
     * Reads an answer.
     *
     * @return its text, not blank
     * @throws TransientFault if it is no answer of Converse's, has no text, or was not finished
     */
    static String text(byte[] answer) {
        JsonNode root;
        try {
            root = JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new TransientFault("Bedrock: its answer is not JSON", e);
        }
        String reason = root.path("stopReason").asString("none");
        if (!COMPLETE.contains(reason)) {
            throw new TransientFault("Bedrock: the model did not finish; stop reason " + reason);
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode block : root.path("output").path("message").path("content")) {
            text.append(block.path("text").asString(""));
        }
        if (text.toString().isBlank()) {
            throw new TransientFault("Bedrock: its answer has no text");
        }
        return text.toString();
    }
}
