package io.payscope.runner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.BugFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpEventsTest {

    private static HttpEvents.Answer answer(String json) {
        return HttpEvents.answer(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answerKeepsStatusTypeAndBody() {
        assertThat(answer("""
            {"statusCode": 403, "headers": {"content-type": "application/problem+json"}, "body": "{}"}\
            """))
                .isEqualTo(new HttpEvents.Answer(403, Map.of("content-type", "application/problem+json"), "{}"));
        assertThat(answer("{\"statusCode\": 204}"))
                .isEqualTo(new HttpEvents.Answer(204, Map.of("content-type", "application/json"), ""));
    }

    @Test
    void answerWithoutStatusIsADefect() {
        assertThatThrownBy(() -> answer("{\"body\": \"{}\"}")).isInstanceOf(BugFault.class);
        assertThatThrownBy(() -> answer("{\"statusCode\": \"200\"}")).isInstanceOf(BugFault.class);
    }
}
