package io.payscope.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The adapter makes the gateway's event from JSON by reflection, and all that the event holds. */
class NativeEventsTest {

    private static final String METADATA = "/META-INF/native-image/io.payscope/http/reachability-metadata.json";

    @Test
    void anImageCanMakeEveryPartOfAnEventAndReadAnAnswer() throws IOException {
        Set<String> hinted = new TreeSet<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(METADATA))) {
            for (JsonNode entry : JsonMapper.shared().readTree(in).path("reflection")) {
                hinted.add(entry.path("type").asString());
            }
        }

        assertThat(hinted)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(nested(APIGatewayV2HTTPEvent.class), Stream.of(APIGatewayV2HTTPResponse.class))
                                .map(Class::getName)
                                .toList());
    }

    private static Stream<Class<?>> nested(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Arrays.stream(type.getDeclaredClasses())
                        .filter(part -> !part.getSimpleName().endsWith("Builder"))
                        .flatMap(NativeEventsTest::nested));
    }
}
