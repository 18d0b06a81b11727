package io.payscope.datasets.kaggle;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Says what a failed answer means: who can do something about it, and what. */
final class Refusal {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final KaggleCredentials credentials;
    private final Clock clock;

    Refusal(KaggleCredentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Whether the same request may succeed later. */
    static boolean passes(int status) {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }

    /** A failure that passes. */
    Retry later(Answer answer, int status, KaggleError error) {
        return Retry.later(
                KaggleEndpoint.shown(answer.uri()) + ": status " + status + ", " + credentials.redact(error.message()),
                answer.header("Retry-After").flatMap(this::duration));
    }

    private Optional<Duration> duration(String value) {
        try {
            String text = value.strip();
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A failure that stays. */
    Fault of(KaggleRequest request, int status, KaggleError error) {
        String said =
                request.what() + ": Kaggle answered " + status + ", '" + credentials.redact(error.message()) + "'";
        return switch (status) {
            case UNAUTHORIZED ->
                new ConfigFault(said + ", to " + credentials.origin() + ". " + KaggleAdvice.THREE_WAYS);
            case FORBIDDEN -> forbidden(request, said, error.message().toLowerCase(Locale.ROOT));
            case NOT_FOUND -> new DataFault(said + ": there is no such thing");
            case BAD_REQUEST -> new BugFault(said + ": the request is not what Kaggle expects");
            default -> new TransientFault(said);
        };
    }

    /** For a competition 403 means its rules, in several wordings; else what is not there is also called forbidden. */
    private Fault forbidden(KaggleRequest request, String said, String message) {
        if (request.competition().isPresent()) {
            return new ConfigFault(
                    said + ": " + KaggleAdvice.rules(request.competition().get()));
        }
        if (message.contains("credential") || message.contains("authenticat")) {
            return new ConfigFault(said + ", to " + credentials.origin() + ". " + KaggleAdvice.THREE_WAYS);
        }
        return new DataFault(said + ": there is no such thing, or it is private to others");
    }
}
