package io.payscope.runner.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of a run for people: one line a bank, then the status and where to read on. */
public final class ResultTable {

    private static final String LINE = "%-5s %9s %9s %10s %10s %9s  %-22s %s%n";
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;

    /** @param out where it goes */
    public ResultTable(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints.
     *
     * @param result of the run
     * @param folder where its files are
     */
    public void print(RunResult result, Path folder) {
        out.println();
        out.printf(
                LINE,
                "bank",
                "rows",
                "rejected",
                "Postgres",
                "Neo4j",
                "Pinecone",
                "fraud AP / AUC",
                "forecast MASE / naive's");
        result.summary().map(JSON::readTree).ifPresent(this::banks);
        out.println();
        out.printf(Locale.ROOT, "%s after %.1f s%s%n", result.status(), result.seconds(), reason(result));
        out.println("read on: " + folder.resolve("run.json")
                + (result.reports().isEmpty() ? "" : ", " + RunFiles.reports(folder) + "/bank-N.html"));
        out.flush();
    }

    private static String reason(RunResult result) {
        return result.cause().isEmpty() ? "" : ": " + result.cause();
    }

    private void banks(JsonNode summary) {
        JsonNode run = summary.path("run");
        JsonNode findings = run.path("validation").path("findings");
        for (JsonNode bank : run.path("banks")) {
            int id = bank.path("bankId").asInt();
            out.printf(
                    LINE,
                    id,
                    number(bank.path("prepared").path("manifest").path("rows")),
                    number(bank.path("prepared").path("rejected")),
                    found(findings, id, "LEDGER"),
                    found(findings, id, "GRAPH"),
                    found(findings, id, "VECTORS"),
                    model(bank.path("fraud"), List.of("averagePrecision", "rocAuc")),
                    model(bank.path("forecast"), List.of("volumeMase", "volumeNaiveMase")));
        }
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? node.asString() : "-";
    }

    /** What was counted in the store, marked where it is not what was expected. */
    private static String found(JsonNode findings, int bank, String store) {
        for (JsonNode finding : findings) {
            if (finding.path("bankId").asInt() == bank
                    && finding.path("store").asString().equals(store)) {
                String mark = finding.path("verdict").asString().equals("MATCH") ? "" : "!";
                return finding.path("found").asString() + mark;
            }
        }
        return "-";
    }

    private static String model(JsonNode outcome, List<String> metrics) {
        String status = outcome.path("status").asString("-");
        return switch (status) {
            case "TRAINED", "BASIC" -> {
                String numbers = String.join(
                        " / ",
                        metrics.stream()
                                .map(metric -> format(outcome.path("metrics").path(metric)))
                                .toList());
                yield status.equals("BASIC") ? numbers + " (basic)" : numbers;
            }
            case "NOT_APPLICABLE" -> "n/a";
            case "NOT_TRAINABLE" -> "not trainable";
            default -> "-";
        };
    }

    private static String format(JsonNode metric) {
        return metric.isNumber() ? String.format(Locale.ROOT, "%.3f", metric.asDouble()) : "-";
    }
}
