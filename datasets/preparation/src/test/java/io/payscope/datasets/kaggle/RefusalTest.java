package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.datasets.testing.StubReply;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kaggle says when it says no. */
class RefusalTest {

    private final Stubbed kaggle = new Stubbed();

    @AfterEach
    void stop() {
        kaggle.close();
    }

    private String version(int bank) {
        return kaggle.downloads(Stubbed.TOKEN).version(Stubbed.bank(bank));
    }

    private static StubReply json(int status, String body) {
        return StubReply.json(status, body);
    }

    static Stream<Arguments> refusals() {
        String rules =
                "{\"code\":403,\"message\":\"You must accept this competition\\u0027s rules before you\\u0027ll be"
                        + " able to download files.\"}";
        String page = "https://www.kaggle.com/competitions/ieee-fraud-detection/rules";
        return Stream.of(
                Arguments.of(
                        2,
                        json(401, "{\"code\":401,\"message\":\"Unauthenticated\"}"),
                        ConfigFault.class,
                        "KAGGLE_API_TOKEN"),
                Arguments.of(3, StubReply.empty(401), ConfigFault.class, "found"),
                Arguments.of(2, json(403, rules), ConfigFault.class, page),
                Arguments.of(
                        2,
                        json(
                                403,
                                "{\"error\":{\"code\":403,\"message\":\"Permission"
                                        + " 'competitions.participate' was denied\"}}"),
                        ConfigFault.class,
                        page),
                Arguments.of(
                        2,
                        json(
                                403,
                                "{\"code\":403,\"message\":\"Required permission 'competitions.get' was not"
                                        + " satisfied\"}"),
                        ConfigFault.class,
                        page),
                Arguments.of(
                        3,
                        json(403, "{\"code\":403,\"message\":\"Permission 'datasets.get' was denied\"}"),
                        DataFault.class,
                        "private to others"),
                Arguments.of(
                        3,
                        json(404, "{\"code\":\"404\",\"error\":\"Not Found\",\"message\":\"Dataset not" + " found\"}"),
                        DataFault.class,
                        "Dataset not found"),
                Arguments.of(
                        3, json(200, "{\"code\":404,\"message\":\"Dataset gone\"}"), DataFault.class, "Dataset gone"),
                Arguments.of(2, json(200, "{\"code\":403,\"message\":\"rules\"}"), ConfigFault.class, page),
                Arguments.of(3, json(400, "{\"code\":400,\"message\":\"bad slug\"}"), BugFault.class, "bad slug"),
                Arguments.of(
                        3,
                        json(200, "<html><title>Sign in</title></html>"),
                        TransientFault.class,
                        "an HTML page 'Sign in'"),
                Arguments.of(2, StubReply.page(200, "Sign in"), TransientFault.class, "an HTML page 'Sign in'"),
                Arguments.of(2, StubReply.redirect("/account/login?ReturnUrl=x"), ConfigFault.class, "log in"),
                Arguments.of(3, json(200, "{}"), TransientFault.class, "currentVersionNumber"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalIsAFaultThatSaysWhatToDo(int bank, StubReply reply, Class<? extends Fault> fault, String said) {
        kaggle.stub.next(reply);

        Throwable thrown = catchThrowable(() -> version(bank));

        assertThat(thrown).isInstanceOf(fault);
        if (reply.body().length > 0 || reply.status() == 302) {
            assertThat(thrown).hasMessageContaining(said);
        }
        assertThat(kaggle.pauses).as("no retry").isEmpty();
    }

    @Test
    void emptyNotFoundOfBothRoutesIsNotFound() {
        kaggle.stub.next(StubReply.empty(404));
        kaggle.stub.next(StubReply.empty(404));

        assertThatThrownBy(() -> version(3))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining("dataset ealaxi/paysim1")
                .hasMessageContaining("404");
    }

    @Test
    void secretThatAnAnswerRepeatsIsNotShown() {
        kaggle.stub.next(json(401, "{\"code\":401,\"message\":\"bad token s3cr3t-token\"}"));

        assertThatThrownBy(() -> version(3))
                .hasMessageContaining("bad token ***")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void wrongKeyIsNamedByItsOriginOnly() {
        kaggle.stub.requireBasic("me", "right");
        KaggleDownloads downloads = kaggle.downloads(new KaggleCredentials.Basic("me", "wr0ng", "kaggle.json"));

        assertThatThrownBy(() -> downloads.version(Stubbed.bank(3)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("kaggle.json")
                .hasMessageNotContaining("wr0ng");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void whatPassesIsAskedAgain(int status) {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, new byte[1]);
        kaggle.stub.next(StubReply.empty(status));
        kaggle.stub.next(json(200, "{\"code\":" + status + ",\"message\":\"TooManyRequests\"}"));

        assertThat(kaggle.downloads(Stubbed.NOBODY).version(Stubbed.bank(3))).isEqualTo("2");
        assertThat(kaggle.pauses).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "0, 1", "soon, 1", "-5, 1", ", 1"})
    void retryAfterIsHonouredAndNeverTooShort(String seconds, long atLeast) {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, new byte[1]);
        kaggle.stub.next(StubReply.tooMany(seconds == null ? Map.of() : Map.of("Retry-After", seconds)));

        assertThat(kaggle.downloads(Stubbed.NOBODY).version(Stubbed.bank(3))).isEqualTo("2");
        assertThat(kaggle.pauses).singleElement().satisfies(pause -> assertThat(pause)
                .isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atLeast + 1)));
    }

    @Test
    void retryAfterMayBeADate() {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, new byte[1]);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Stubbed.NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
        kaggle.stub.next(StubReply.tooMany(Map.of("Retry-After", date)));

        assertThat(kaggle.downloads(Stubbed.NOBODY).version(Stubbed.bank(3))).isEqualTo("2");
        assertThat(kaggle.pauses).containsExactly(Duration.ofSeconds(90));
    }

    @Test
    void ownPauseGrowsWhereRetryAfterIsTooShort() {
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(StubReply.tooMany(Map.of("Retry-After", "1")));
        }

        assertThatThrownBy(() -> version(3))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("gave up after 6 attempts")
                .hasMessageContaining("429")
                .hasMessageContaining("Too many requests");
        assertThat(kaggle.pauses).hasSize(5).isSorted();
        assertThat(kaggle.pauses.getLast()).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(24));
    }

    @Test
    void pauseThatIsTooLongIsLeftToTheCaller() {
        kaggle.stub.next(StubReply.tooMany(Map.of("Retry-After", "3600")));

        assertThatThrownBy(() -> version(3))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("try again in 3600 s");
        assertThat(kaggle.pauses).isEmpty();
    }

    @Test
    void nobodyListeningIsTransient() {
        KaggleDownloads downloads = kaggle.downloads(Stubbed.TOKEN);
        kaggle.close();

        assertThatThrownBy(() -> downloads.version(Stubbed.bank(3)))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("gave up after 6 attempts");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/file, expected a redirect to https",
        "file:///etc/passwd, expected a redirect to https",
        "'http://[broken', redirects to something that is no URL"
    })
    void redirectToWhereNoSecretMayGoIsNotFollowed(String location, String said) {
        for (int attempt = 0; attempt <= 5; attempt++) {
            kaggle.stub.next(StubReply.redirect(location));
        }

        assertThatThrownBy(() -> version(2)).isInstanceOf(TransientFault.class).hasMessageContaining(said);
    }

    @Test
    void redirectsEndAtFive() {
        for (int redirect = 0; redirect <= 40; redirect++) {
            kaggle.stub.next(StubReply.redirect("/api/v1/again"));
        }

        assertThatThrownBy(() -> version(2))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("more than 5 redirects");
        assertThat(kaggle.stub.requests()).hasSize(36);
    }
}
