package io.payscope.runner.bench;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.runner.run.LocalSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Latency of the service, warm, over HTTP, with caller and service in one process: scores one after the other, scores
 * at a fixed rate, validate-datasets, and questions.
 */
public final class ServiceBench {

    private static final int WARM_SCORES = 3_000;
    private static final int SCORES = 2_000;
    private static final int SCORES_PER_SECOND = 200;
    private static final Duration SPAN = Duration.ofSeconds(60);
    private static final int VALIDATIONS = 50;
    private static final int QUESTIONS = 60;
    private static final int DISTINCT_PAYMENTS = 2_000;
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double P99 = 0.99;

    /** Every kind of question that the service understands, over the days that the simulators make. */
    private static final List<String> ASKED = List.of(
            "How many frauds were there?",
            "How many payments were there?",
            "What was the total amount of payments?",
            "What is the average amount of transfers?",
            "Forecast volume for the next 7 days",
            "Who are the top 5 merchants?");

    private final LocalSystem system;
    private final BankId bank;
    private final Consumer<String> progress;

    /**
     * @param system running, with the bank's stores filled and its models trained
     * @param bank whose payments are scored and who asks
     * @param progress told what is measured
     */
    public ServiceBench(LocalSystem system, BankId bank, Consumer<String> progress) {
        this.system = system;
        this.bank = bank;
        this.progress = progress;
    }

    /**
     * A measurement against its goal.
     *
     * @param name of what was measured
     * @param latencies of its calls
     * @param share the quantile that the goal is about
     * @param goalMillis what it may take; infinity where the goal is no error
     * @param refusals what was answered instead of success
     */
    public record Row(String name, Latencies latencies, double share, double goalMillis, String refusals) {

        String goal() {
            return Double.isInfinite(goalMillis) ? "no error" : "p%.0f <= %.0f ms".formatted(share * 100, goalMillis);
        }

        /** @return whether the goal is reached, without an error */
        public boolean met() {
            return latencies.errors() == 0 && latencies.millis(share) <= goalMillis;
        }
    }

    /** Measures everything; about two minutes. */
    public List<Row> run() {
        List<Row> rows = new ArrayList<>();
        List<String> payments = new SampledPayments(system.objects()).of(bank, DISTINCT_PAYMENTS);
        String scores = "/banks/" + bank + "/fraud/scores";
        try (ApiCaller caller = new ApiCaller(system.apiUrl(), "ANALYST", bank)) {
            IntPredicate score = i -> caller.post(i, scores, payments.get(i % payments.size()));
            progress.accept("warming up");
            warm(WARM_SCORES, score, caller);
            progress.accept("scores, one after the other");
            rows.add(row("score of one transaction", Load.closed(SCORES, score), P99, 20, caller));
            progress.accept("scores, " + SCORES_PER_SECOND + "/s for " + SPAN.toSeconds() + " s");
            rows.add(row(
                    SCORES_PER_SECOND + " scores/s for " + SPAN.toSeconds() + " s, from the time due",
                    Load.open(SCORES_PER_SECOND, SPAN, score),
                    P99,
                    Double.POSITIVE_INFINITY,
                    caller));
        }
        try (ApiCaller caller = new ApiCaller(system.apiUrl(), "ADMIN", null)) {
            IntPredicate validate = i -> caller.get(i, "/admin/validate-datasets");
            progress.accept("validate-datasets");
            warm(VALIDATIONS / 2, validate, caller);
            rows.add(row("validate-datasets", Load.closed(VALIDATIONS, validate), P99, 1_000, caller));
        }
        try (ApiCaller caller = new ApiCaller(system.apiUrl(), "ANALYST", bank)) {
            IntPredicate ask =
                    i -> caller.post(i, "/questions", "{\"question\":\"" + ASKED.get(i % ASKED.size()) + "\"}");
            progress.accept("questions");
            warm(QUESTIONS, ask, caller);
            rows.add(row("question", Load.closed(QUESTIONS, ask), P95, 300, caller));
        }
        return rows;
    }

    /** Nothing is worth measuring that does not answer. */
    private static void warm(int calls, IntPredicate call, ApiCaller caller) {
        int errors = Load.closed(calls, call).errors();
        String refusals = caller.refusals();
        if (errors == calls) {
            throw new DataFault("warming up: expected answers, found " + refusals);
        }
    }

    private static Row row(String name, Latencies latencies, double share, double goalMillis, ApiCaller caller) {
        return new Row(name, latencies, share, goalMillis, caller.refusals());
    }

    /** @return the rows as a table in Markdown */
    public static String table(List<Row> rows) {
        StringBuilder table =
                new StringBuilder("| | calls | errors | median ms | p95 ms | p99 ms | max ms | goal | met |\n"
                        + "|---|---:|---:|---:|---:|---:|---:|---|---|\n");
        for (Row row : rows) {
            Latencies all = row.latencies();
            table.append("| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %s | %s |%n"
                    .formatted(
                            row.name(),
                            all.calls(),
                            all.errors(),
                            all.millis(MEDIAN),
                            all.millis(P95),
                            all.millis(P99),
                            all.millis(1),
                            row.goal(),
                            row.met() ? "yes" : "**no**"));
        }
        return table.toString();
    }
}
