package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.model.WaitState;
import io.payscope.runner.asl.query.Template;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Runs a Wait. */
final class WaitRunner {

    private static final int LONGEST_SECONDS = 99_999_999;

    private WaitRunner() {}

    static Step run(WaitState state, Visit visit) throws InterruptedException {
        Duration duration =
                switch (state.until()) {
                    case WaitState.Until.Seconds(Template seconds) ->
                        Duration.ofSeconds(Typed.whole(visit, seconds, "Seconds", 0, LONGEST_SECONDS));
                    case WaitState.Until.Timestamp(Template timestamp) ->
                        Duration.between(visit.strand().engine().time().now(), time(visit, timestamp));
                };
        visit.strand().engine().time().sleep(duration);
        return Leaving.withInput(visit, state.exit());
    }

    private static Instant time(Visit visit, Template timestamp) {
        String text = Typed.text(visit, timestamp, "Timestamp");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw visit.evaluationFailed("The field 'Timestamp' must be an RFC 3339 time: " + e.getMessage() + ".");
        }
    }
}
