package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.model.Catcher;
import io.payscope.runner.asl.model.Retrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Retry and Catch. The bounds and defaults are those of the Amazon States Language. */
final class GuardReader {

    private static final int MOST_ATTEMPTS = 99_999_999;
    private static final int LONGEST_DELAY_SECONDS = 31_622_399;
    private static final int DEFAULT_ATTEMPTS = 3;

    private GuardReader() {}

    static List<Retrier> retry(Fields state) {
        if (!state.has("Retry")) {
            return List.of();
        }
        List<Fields> all = state.objects("Retry");
        List<Retrier> retriers = new ArrayList<>(all.size());
        for (Fields fields : all) {
            retriers.add(retrier(fields, fields == all.getLast()));
        }
        return retriers;
    }

    private static Retrier retrier(Fields fields, boolean last) {
        List<String> errors = errorEquals(fields, last);
        int interval = fields.optionalWhole("IntervalSeconds", 1, MOST_ATTEMPTS).orElse(1);
        int attempts = fields.optionalWhole("MaxAttempts", 0, MOST_ATTEMPTS).orElse(DEFAULT_ATTEMPTS);
        double backoff =
                fields.optionalNumber("BackoffRate", 1).map(Number::doubleValue).orElse(2.0);
        Optional<Integer> maxDelay = fields.optionalWhole("MaxDelaySeconds", 1, LONGEST_DELAY_SECONDS);
        if (maxDelay.isPresent() && maxDelay.get() <= interval) {
            throw fields.refused("MaxDelaySeconds", "must be greater than IntervalSeconds");
        }
        String jitter = fields.optionalText("JitterStrategy").orElse("NONE");
        if (!List.of("FULL", "NONE").contains(jitter)) {
            throw fields.refused("JitterStrategy", "expected FULL or NONE, found '" + jitter + "'");
        }
        fields.comment();
        fields.done();
        return new Retrier(
                errors,
                Duration.ofSeconds(interval),
                attempts,
                backoff,
                maxDelay.map(Duration::ofSeconds),
                jitter.equals("FULL"));
    }

    static List<Catcher> catchers(Fields state) {
        if (!state.has("Catch")) {
            return List.of();
        }
        List<Fields> all = state.objects("Catch");
        List<Catcher> catchers = new ArrayList<>(all.size());
        for (Fields fields : all) {
            List<String> errors = errorEquals(fields, fields == all.getLast());
            catchers.add(new Catcher(errors, ExitReader.byNext(fields, Access.ERROR)));
            fields.comment();
            fields.done();
        }
        return catchers;
    }

    private static List<String> errorEquals(Fields fields, boolean last) {
        if (!(fields.required("ErrorEquals") instanceof List<?> list) || list.isEmpty()) {
            throw fields.refused("ErrorEquals", "expected an array with at least one name");
        }
        List<String> errors = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof String name) || name.isEmpty()) {
                throw fields.refused("ErrorEquals", "expected names only");
            }
            errors.add(name);
        }
        if (errors.contains(ErrorNames.ALL) && (errors.size() > 1 || !last)) {
            throw fields.refused("ErrorEquals", ErrorNames.ALL + " must stand alone and come last");
        }
        return List.copyOf(errors);
    }
}
