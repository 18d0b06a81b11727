package io.payscope.learning.promotion;

import io.payscope.core.registry.NamedCheck;
import io.payscope.core.registry.PromotionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a bank's forecasts have to keep, by the metrics of their backtest. The champion's numbers are those
 * of its card: another history cannot be forecast again by a model that has seen it.
 *
 * @param tolerance by how much a MASE may be worse, as a share
 */
public record ForecastRules(double tolerance) {

    /** A twentieth: new weeks alone move a MASE by that much. */
    public static final ForecastRules DEFAULT = new ForecastRules(0.05);

    private static final String MASE = "Mase";
    private static final List<String> OTHERS = List.of("NaiveMase", "AdditiveMase");

    /**
     * Decides.
     *
     * @param candidate metrics of its backtest
     * @param champion metrics on the card of the model that serves, or null while none does
     * @return promotion if all checks pass; a series without a backtest has none
     */
    public PromotionVerdict decide(Map<String, Double> candidate, @Nullable Map<String, Double> champion) {
        List<NamedCheck> checks = new ArrayList<>();
        for (String metric : new TreeSet<>(candidate.keySet())) {
            if (metric.endsWith(MASE) && OTHERS.stream().noneMatch(metric::endsWith)) {
                String series = metric.substring(0, metric.length() - MASE.length());
                Double found = candidate.get(metric);
                add(checks, series + "Naive", found, candidate.get(series + OTHERS.getFirst()), "seasonal naive's");
                add(checks, series + "Champion", found, champion == null ? null : champion.get(metric), "the card's");
            }
        }
        if (checks.isEmpty()) {
            checks.add(new NamedCheck(
                    "backtest", null, null, true, "no series is long enough for a backtest; all are seasonal naive"));
        }
        return PromotionVerdict.of(
                checks, champion == null ? "the first forecast of the bank" : "not worse than the champion");
    }

    private void add(
            List<NamedCheck> checks, String name, @Nullable Double found, @Nullable Double other, String whose) {
        if (found != null && other != null) {
            double limit = other * (1 + tolerance);
            String note = "MASE of the backtest, at most " + whose + " and " + tolerance + " of it";
            checks.add(new NamedCheck(name, found, limit, found <= limit, note));
        }
    }
}
