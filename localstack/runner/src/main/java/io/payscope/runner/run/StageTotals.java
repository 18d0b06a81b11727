package io.payscope.runner.run;

import io.payscope.runner.host.StageName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All calls of one function for one bank.
 *
 * @param bank the bank, or null for calls about all banks
 * @param stage the function's name
 * @param calls how many, retries included
 * @param failures how many of them failed
 * @param seconds sum over the calls
 * @param counts sums over the answers
 */
public record StageTotals(
        @Nullable Integer bank, String stage, int calls, int failures, double seconds, Map<String, Long> counts) {

    public StageTotals {
        counts = Map.copyOf(counts);
    }

    /** Adds calls up, by bank and in the order of the pipeline. */
    static List<StageTotals> of(List<StageCall> calls) {
        record Group(@Nullable Integer bank, StageName stage) {}
        Map<Group, List<StageCall>> groups = new LinkedHashMap<>();
        calls.stream()
                .sorted(Comparator.comparing((StageCall call) -> call.bank() == null ? 0 : call.bank())
                        .thenComparing(StageCall::stage))
                .forEach(call -> groups.computeIfAbsent(new Group(call.bank(), call.stage()), _ -> new ArrayList<>())
                        .add(call));
        List<StageTotals> totals = new ArrayList<>();
        groups.forEach((group, members) -> totals.add(total(group.bank(), group.stage(), members)));
        return totals;
    }

    private static StageTotals total(@Nullable Integer bank, StageName stage, List<StageCall> calls) {
        Map<String, Long> counts = new TreeMap<>();
        calls.forEach(call -> call.counts().forEach((name, count) -> counts.merge(name, count, Long::sum)));
        int failures = Math.toIntExact(
                calls.stream().filter(call -> call.error() != null).count());
        double seconds = calls.stream().mapToDouble(StageCall::seconds).sum();
        return new StageTotals(bank, stage.function(), calls.size(), failures, seconds, counts);
    }
}
