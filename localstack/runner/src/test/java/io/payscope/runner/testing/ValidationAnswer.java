package io.payscope.runner.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What validate-datasets answered, for comparing.
 *
 * @param verdict of the whole
 * @param findings by bank, store and item
 */
public record ValidationAnswer(String verdict, List<Finding> findings) {

    /** One line of the answer. */
    public record Finding(int bank, String store, String item, long expected, long found, String verdict) {}

    public ValidationAnswer {
        findings = List.copyOf(findings);
    }

    /** Reads an answer of the function, or the part of a run's summary that holds one. */
    public static ValidationAnswer of(JsonNode answer) {
        List<Finding> findings = new ArrayList<>();
        answer.path("findings")
                .forEach(finding -> findings.add(new Finding(
                        finding.path("bankId").asInt(),
                        finding.path("store").asString(),
                        finding.path("item").asString(),
                        finding.path("expected").asLong(),
                        finding.path("found").asLong(),
                        finding.path("verdict").asString())));
        return new ValidationAnswer(answer.path("verdict").asString(), findings);
    }

    /** The findings about one bank. */
    public List<Finding> ofBank(int bank) {
        return findings.stream().filter(finding -> finding.bank() == bank).toList();
    }

    /** What was counted in a store. */
    public long found(int bank, String store, String item) {
        return findings.stream()
                .filter(finding -> finding.bank() == bank
                        && finding.store().equals(store)
                        && finding.item().equals(item))
                .findFirst()
                .orElseThrow()
                .found();
    }

    /** The stores that hold something else than what is expected, each with its bank. */
    public Set<String> mismatches() {
        Set<String> mismatches = new TreeSet<>();
        findings.stream()
                .filter(finding -> !finding.verdict().equals("MATCH"))
                .forEach(finding ->
                        mismatches.add("bank " + finding.bank() + " " + finding.store() + " " + finding.verdict()));
        return mismatches;
    }
}
