package io.payscope.runner.asl.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One JSONata expression of a definition. Thread-safe: parsed forms are lent to one thread at a time. */
public final class Expression {

    private static final long LONGEST_MILLIS = 30_000;
    private static final int DEEPEST = 400;

    private final String source;
    private final String field;
    private final ExpressionUse use;
    private final Queue<Jsonata> idle = new ConcurrentLinkedQueue<>();

    private Expression(String source, String field) {
        this.source = source;
        this.field = field;
        this.use = ExpressionScan.of(source);
        this.idle.add(compile(source));
    }

    /**
     * Parses an expression.
     *
     * @param source without the delimiters
     * @param field where it stands in its state, for messages
     * @throws MalformedExpression if it is wrong or uses what Step Functions does not offer
     */
    public static Expression parse(String source, String field) {
        try {
            return new Expression(source, field);
        } catch (JException e) {
            throw new MalformedExpression("the JSONata expression '" + source + "' is wrong: " + e.getMessage(), e);
        }
    }

    private static Jsonata compile(String source) {
        Jsonata parsed = Jsonata.jsonata(source);
        parsed.setOutputConvertNulls(false);
        parsed.setValidateInput(false);
        return parsed;
    }

    /** @return what it reads from outside itself */
    public ExpressionUse use() {
        return use;
    }

    /** @return where it stands in its state */
    public String field() {
        return field;
    }

    /**
     * Evaluates the expression.
     *
     * @return a JSON value
     * @throws StateFailure {@value ErrorNames#QUERY_EVALUATION} if it fails or gives nothing
     */
    public @Nullable Object evaluate(Surroundings surroundings) {
        Jsonata lent = idle.poll();
        Jsonata parsed = lent == null ? compile(source) : lent;
        try {
            Object result = parsed.evaluate(null, frame(parsed, surroundings));
            if (result == null) {
                throw failure("returned nothing (undefined).", null);
            }
            return Plain.of(result);
        } catch (StateFailure e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw failure("threw an error during evaluation: " + e.getMessage(), e);
        } finally {
            idle.add(parsed);
        }
    }

    private static Jsonata.Frame frame(Jsonata parsed, Surroundings surroundings) {
        Jsonata.Frame frame = parsed.createFrame();
        AddedFunctions.bind(frame, surroundings.now(), surroundings.random());
        surroundings.variables().forEach((name, value) -> bind(frame, name, value));
        bind(frame, "states", surroundings.states());
        frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
        return frame;
    }

    private static void bind(Jsonata.Frame frame, String name, @Nullable Object value) {
        frame.bind(name, value == null ? Jsonata.NULL_VALUE : value);
    }

    private StateFailure failure(String what, @Nullable Throwable origin) {
        String cause = "The JSONata expression '" + source + "' specified for the field '" + field + "' " + what;
        return origin == null
                ? new StateFailure(ErrorNames.QUERY_EVALUATION, cause)
                : new StateFailure(ErrorNames.QUERY_EVALUATION, cause, origin);
    }

    @Override
    public String toString() {
        return "{% " + source + " %}";
    }
}
