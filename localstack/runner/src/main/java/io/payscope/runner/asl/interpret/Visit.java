package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.history.EventDetails;
import io.payscope.runner.asl.history.EventType;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.query.Surroundings;
import io.payscope.runner.asl.query.Template;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One visit to a state: where its expressions are evaluated. Used by one thread. */
final class Visit {

    private final Strand strand;
    private final String state;
    private final Payload input;
    private final Instant entered;
    private final long enteredEvent;
    private int retries;

    /**
     * A member of {@code $states} that exists at some moments only.
     *
     * @param name result or errorOutput
     * @param value what it holds
     */
    record Member(String name, @Nullable Object value) {}

    Visit(Strand strand, String state, Payload input, long enteredEvent) {
        this.strand = strand;
        this.state = state;
        this.input = input;
        this.entered = strand.engine().time().now();
        this.enteredEvent = enteredEvent;
    }

    Strand strand() {
        return strand;
    }

    String state() {
        return state;
    }

    Payload input() {
        return input;
    }

    void retried() {
        retries++;
    }

    /** Evaluates a template that stands before the result. */
    @Nullable
    Object evaluate(Template template) {
        return evaluate(template, strand.item(), Optional.empty());
    }

    /** Evaluates a template that may name the result or the error output. */
    @Nullable
    Object evaluate(Template template, Member member) {
        return evaluate(template, strand.item(), Optional.of(member));
    }

    /** Evaluates a template for one item of a Map. */
    @Nullable
    Object evaluate(Template template, Strand.MapItem item) {
        return evaluate(template, Optional.of(item), Optional.empty());
    }

    private @Nullable Object evaluate(Template template, Optional<Strand.MapItem> item, Optional<Member> member) {
        if (template instanceof Template.Constant(Object value)) {
            return value;
        }
        Map<String, @Nullable Object> states = new LinkedHashMap<>();
        states.put("input", input.value());
        states.put("context", ContextObject.of(strand.identity(), state, entered, retries, item));
        member.ifPresent(one -> states.put(one.name(), one.value()));
        Surroundings surroundings = new Surroundings(
                states,
                strand.variables().visible(),
                strand.engine().time().now(),
                strand.engine().random());
        try {
            return template.evaluate(surroundings);
        } catch (StateFailure e) {
            throw evaluationFailed(e.cause().orElse(""));
        }
    }

    /** @return the failure of an expression of this state, which is then also in the history */
    StateFailure evaluationFailed(String what) {
        String cause = "An error occurred while executing the state '" + state + "' (entered at the event id #"
                + enteredEvent + "). " + what;
        strand.record(
                EventType.EVALUATION_FAILED,
                new EventDetails.EvaluationFailed(state, ErrorNames.QUERY_EVALUATION, cause));
        return new StateFailure(ErrorNames.QUERY_EVALUATION, cause);
    }

    /**
     * Measures a value that passes between states.
     *
     * @throws StateFailure {@value ErrorNames#DATA_LIMIT_EXCEEDED} if it is too large
     */
    Payload within(@Nullable Object value) {
        Payload payload = Payload.of(value);
        if (payload.exceedsLimit()) {
            throw new StateFailure(
                    ErrorNames.DATA_LIMIT_EXCEEDED,
                    "The state/task '" + state
                            + "' returned a result with a size exceeding the maximum number of bytes service limit.");
        }
        return payload;
    }
}
