package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.MalformedJson;
import io.payscope.runner.asl.model.Definition;
import io.payscope.runner.asl.model.Flow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole definition. */
public final class DefinitionReader {

    /** The only query language there is here. */
    static final String QUERY_LANGUAGE = "JSONata";

    private DefinitionReader() {}

    /**
     * Reads and checks a definition.
     *
     * @param text the document, placeholders replaced
     * @throws DefinitionRefused if anything in it is wrong or not implemented
     */
    public static Definition read(String text) {
        Fields fields = new Fields("", root(text));
        if (!fields.has("QueryLanguage")) {
            throw fields.refused("QueryLanguage", "expected '" + QUERY_LANGUAGE + "': without it JSONPath is meant");
        }
        fields.only("QueryLanguage", QUERY_LANGUAGE);
        fields.only("Version", "1.0");
        Optional<Duration> timeout = fields.optionalWhole("TimeoutSeconds", 1, Numbers.LONGEST_SECONDS)
                .map(Duration::ofSeconds);
        Flow flow = new FlowReader().read(fields);
        VariableCheck.check(flow, "", Set.of());
        return new Definition(flow, timeout);
    }

    private static Map<?, ?> root(String text) {
        try {
            if (Json.parse(text) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (MalformedJson e) {
            throw new DefinitionRefused("", "", "is not JSON: " + e.getMessage());
        }
        throw new DefinitionRefused("", "", "expected an object");
    }
}
