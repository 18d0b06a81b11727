package io.payscope.datasets.quality;

import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.RuleSpec;
import java.util.Arrays;
import java.util.List;

/** The checks of an outside file in the canonical form, which no catalog entry describes. */
public final class CanonicalRules {

    private static final List<RuleSpec> ALL = List.of(
            new RuleSpec("amount-not-negative", "amount", 0.0, null, null),
            new RuleSpec("source-row-positive", "source_row", 1.0, 1e15, null),
            values("payee-kind-known", "payee_kind", PayeeKind.values()),
            values("label-known", "label", Label.values()),
            values("lifecycle-known", "lifecycle_stage", LifecycleStage.values()));

    private CanonicalRules() {}

    /** @return the checks, each of one column */
    public static List<RuleSpec> all() {
        return ALL;
    }

    private static RuleSpec values(String id, String column, Enum<?>[] values) {
        return new RuleSpec(
                id, column, null, null, Arrays.stream(values).map(Enum::name).toList());
    }
}
