package io.payscope.apiadmin;

import io.payscope.core.port.RegisterReader;
import io.payscope.core.port.RunRecord;
import io.payscope.http.Answer;
import io.payscope.http.Call;
import io.payscope.http.NoBody;
import io.payscope.http.Refusal;
import io.payscope.wire.json.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs: those on record, and a new one. */
final class RunRoutes {

    private static final int MAX_PAGE = 100;
    /** What the ledger's times can hold, and nobody's runs exceed. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int PAGE = 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

    private final RegisterReader register;
    private final RunStarter starter;

    RunRoutes(RegisterReader register, RunStarter starter) {
        this.register = register;
        this.starter = starter;
    }

    /**
     * A page of runs.
     *
     * @param runs the one started last first
     * @param before to be given as {@code before} for the next page, or null if this was the last
     */
    record Page(List<RunRecord> runs, @Nullable Instant before) {

        Page {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A run that was started, by this call or an earlier one with the same key.
     *
     * @param runId name of the execution, by which it will be on record
     * @param startedBefore true if an earlier call started it
     */
    record StartedRun(String runId, boolean startedBefore) {}

    Answer<Page> list(Call<NoBody> call) {
        int limit = call.number("limit", 1, MAX_PAGE, PAGE);
        List<RunRecord> runs = register.runs(before(call), limit);
        return Answer.ok(
                new Page(runs, runs.size() < limit ? null : runs.getLast().startedAt()));
    }

    private static @Nullable Instant before(Call<NoBody> call) {
        String value = call.query().get("before");
        try {
            Instant before = value == null ? null : Instant.parse(value);
            if (before == null || FIRST.isBefore(before) && before.isBefore(LAST)) {
                return before;
            }
        } catch (DateTimeParseException _) {
            // No time at all is refused as one beyond all calendars is.
        }
        throw new Refusal(400, "before: expected a time such as 2026-01-31T12:00:00Z");
    }

    Answer<RunRecord> read(Call<NoBody> call) {
        return Answer.ok(register.run(call.path("id")).orElseThrow(() -> new Refusal(404, "there is no such run")));
    }

    /** The execution's name comes from principal and key, so the same request again finds what it started. */
    Answer<StartedRun> start(Call<RunInput> call) {
        String key = call.header("idempotency-key").orElse("");
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(400, "Idempotency-Key: expected 8 to 128 visible characters");
        }
        String name = "api-"
                + Hashes.sha256((call.principal().subject() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 40);
        return switch (starter.start(name, call.body().json())) {
            case NEW -> Answer.accepted(new StartedRun(name, false));
            case BEFORE -> Answer.accepted(new StartedRun(name, true));
            case OTHER_INPUT -> throw new Refusal(409, "this Idempotency-Key was used with another body");
        };
    }
}
