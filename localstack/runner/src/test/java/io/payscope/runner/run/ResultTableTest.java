package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.RunSummary.RunStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    private static final String SUMMARY = """
        {"run": {
          "banks": [
            {"bankId": 3, "prepared": {"manifest": {"rows": 400}, "rejected": 2},
             "fraud": {"status": "BASIC", "metrics": {"averagePrecision": 0.6019, "rocAuc": 0.983}},
             "forecast": {"status": "TRAINED", "metrics": {"volumeMase": 0.7248, "volumeNaiveMase": 1.1}}},
            {"bankId": 4, "prepared": null, "fraud": {"status": "NOT_TRAINABLE", "metrics": {}},
             "forecast": {"status": "NOT_APPLICABLE", "metrics": {}}}],
          "validation": {"findings": [
            {"bankId": 3, "store": "LEDGER", "found": 400, "verdict": "MATCH"},
            {"bankId": 3, "store": "GRAPH", "found": 399, "verdict": "MISMATCH"},
            {"bankId": 3, "store": "VECTORS", "found": 20, "verdict": "MATCH"}]}}}
        """;

    @Test
    void oneLineABankThenStatusAndWhereToReadOn() {
        StringWriter text = new StringWriter();
        RunOptions options = new RunOptions(
                new RunOptions.LocalSource.Simulated(), 400L, List.of(new BankId(3)), false, false, false, 7);
        RunResult result = new RunResult(
                "run",
                RunStatus.PARTIAL,
                "bank 4: no files",
                12.34,
                options,
                Optional.of(SUMMARY.getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Map.of(new BankId(3), new byte[0]),
                List.of());

        new ResultTable(new PrintWriter(text)).print(result, Path.of("out"));

        String withoutTrailingBlanks =
                text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        assertThat(withoutTrailingBlanks).isEqualTo("""

            bank       rows  rejected   Postgres      Neo4j  Pinecone  fraud AP / AUC         forecast MASE / naive's
            3           400         2        400       399!        20  0.602 / 0.983 (basic)  0.725 / 1.100
            4             -         -          -          -         -  not trainable          n/a

            PARTIAL after 12.3 s: bank 4: no files
            read on: out/run.json, out/reports/bank-N.html\
            """);
    }
}
