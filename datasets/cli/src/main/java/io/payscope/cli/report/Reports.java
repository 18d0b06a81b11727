package io.payscope.cli.report;

import io.payscope.cli.report.FoundReport.Kind;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for reports. Of each only what its line needs is read, so that a report may grow. */
public final class Reports {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore objects;
    private final @Nullable Path root;

    /**
     * @param objects the bucket or folder
     * @param root the folder, or null for a bucket
     */
    public Reports(ObjectStore objects, @Nullable Path root) {
        this.objects = objects;
        this.root = root;
    }

    /** @return the reports of these banks and of all runs, by bank and kind */
    public List<FoundReport> find(List<BankId> banks) {
        List<FoundReport> found = new ArrayList<>();
        for (BankId bank : banks) {
            for (String prefix : List.of("prepared/", "parts/", "reports/", "models/")) {
                for (ObjectHead head : objects.list(prefix + bank.segment() + "/")) {
                    addOfBank(found, bank, head.key());
                }
            }
        }
        for (ObjectHead head : objects.list("reports/run=")) {
            if (head.key().endsWith("/summary.json")) {
                found.add(new FoundReport(Kind.RUN, null, head.key(), location(head.key()), run(tree(head.key()))));
            }
        }
        return found;
    }

    private void addOfBank(List<FoundReport> found, BankId bank, String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        if (name.equals("manifest.json")) {
            found.add(new FoundReport(Kind.DATASET, bank, key, location(key), dataset(tree(key))));
        } else if (key.startsWith("reports/")) {
            found.add(new FoundReport(kind(key), bank, key, location(key), name));
        } else if (name.equals("card.json")) {
            found.add(new FoundReport(Kind.MODEL, bank, key, location(key), model(tree(key))));
        }
    }

    private static Kind kind(String key) {
        if (key.contains("/likeness/")) {
            return Kind.LIKENESS;
        }
        return key.contains("/drift/") ? Kind.DRIFT : Kind.QUALITY;
    }

    private String location(String key) {
        return root == null
                ? "s3://" + objects.bucket() + "/" + key
                : root.resolve(key).toString();
    }

    private JsonNode tree(String key) {
        byte[] body = objects.find(key)
                .orElseThrow(() -> new DataFault(key + ": removed while it was listed"))
                .body();
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new DataFault(key + ": no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String dataset(JsonNode manifest) {
        JsonNode identity = manifest.path("identity");
        return "%s: %d of %d rows"
                .formatted(
                        identity.path("source").path("name").asString(""),
                        identity.path("rowsKept").asLong(0),
                        identity.path("rowsRead").asLong(0));
    }

    private static String model(JsonNode card) {
        List<String> metrics = new ArrayList<>();
        card.path("metrics")
                .propertyStream()
                .filter(metric -> metric.getKey().matches("averagePrecision|rocAuc|mase|.*Mase"))
                .forEach(metric -> metrics.add(String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        metric.getKey(),
                        metric.getValue().asDouble(0))));
        return "%s %s, %s: %s"
                .formatted(
                        card.path("kind").asString(""),
                        card.path("algorithm").asString(""),
                        card.path("status").asString(""),
                        String.join(", ", metrics));
    }

    private static String run(JsonNode summary) {
        List<String> reasons = new ArrayList<>();
        summary.path("reasons").forEach(reason -> reasons.add(reason.asString("")));
        return summary.path("status").asString("") + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
    }
}
