package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.host.StageName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTotalsTest {

    @Test
    void callsAddUpByBankInTheOrderOfThePipeline() {
        List<StageTotals> totals = StageTotals.of(List.of(
                new StageCall(StageName.LOAD_GRAPH, 3, 4, Map.of("rows", 7L), null, null),
                new StageCall(StageName.LOAD_LEDGER, 3, 1, Map.of("rows", 7L), null, null),
                new StageCall(StageName.LOAD_LEDGER, 3, 2, Map.of(), "TransientFault", "no answer"),
                new StageCall(StageName.LOAD_LEDGER, 3, 3, Map.of("rows", 5L), null, null),
                new StageCall(StageName.VALIDATE_DATASETS, null, 1, Map.of(), null, null)));

        assertThat(totals)
                .containsExactly(
                        new StageTotals(null, "validate-datasets", 1, 0, 1, Map.of()),
                        new StageTotals(3, "load-ledger", 3, 1, 6, Map.of("rows", 12L)),
                        new StageTotals(3, "load-graph", 1, 0, 4, Map.of("rows", 7L)));
    }
}
