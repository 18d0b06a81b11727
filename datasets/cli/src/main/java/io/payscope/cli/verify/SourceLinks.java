package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.wire.dataset.UploadId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Holds a dataset's parents against what it was made from. Raw and uploaded files can be replaced by others after they
 * were used; a file whose hash nothing else knows either is taken for a changed one.
 */
final class SourceLinks {

    private static final String RAW = "raw/";
    /** What a simulation and a download from Kaggle leave beside their files. */
    private static final List<String> MARKERS = List.of("simulation.json", "kaggle.json");

    private static final String UPLOADS = "uploads/";

    private final Evidence evidence;
    private final Links links;

    SourceLinks(Evidence evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    /**
     * Checks the sources of a bank's datasets.
     *
     * @param datasets of the bank
     * @param all of every bank, from which synthetic ones are drawn
     */
    void check(BankId bank, List<Dataset> datasets, Collection<Dataset> all) {
        Set<String> origins = origins(bank);
        Map<String, String> raw = files(Keys.raw(RAW, bank));
        Map<String, String> uploaded = files(UPLOADS + bank.segment() + "/");
        Set<String> known = new HashSet<>(origins);
        datasets.forEach(dataset -> known.addAll(dataset.identity().parents()));
        List<String> strangeRaw = strangers(raw, known);
        List<String> strangeUploads = strangers(uploaded, known);
        for (Dataset dataset : datasets) {
            for (String parent : dataset.identity().parents()) {
                if (dataset.isUpload()) {
                    links.equal(
                            Kind.UPLOAD,
                            dataset.key(),
                            "upload id of its parent",
                            dataset.folder(),
                            "upload=" + UploadId.of(bank, parent));
                    file(dataset, parent, uploaded, strangeUploads);
                } else if (all.stream().anyMatch(source -> source.sha256().equals(parent))) {
                    links.sound(Kind.SOURCE, dataset.key(), "drawn from dataset " + parent.substring(0, 12));
                } else {
                    file(dataset, parent, raw, strangeRaw);
                }
            }
        }
    }

    private void file(Dataset dataset, String parent, Map<String, String> files, List<String> strangers) {
        List<String> found = files.entrySet().stream()
                .filter(file -> file.getValue().equals(parent))
                .map(Map.Entry::getKey)
                .toList();
        if (!found.isEmpty()) {
            links.sound(Kind.SOURCE, dataset.key(), "made from " + found.getFirst());
        } else if (!strangers.isEmpty()) {
            links.broken(
                    Kind.SOURCE,
                    dataset.key(),
                    "a source with sha256 " + parent,
                    String.join(
                            ", ",
                            strangers.stream()
                                    .map(key -> key + " with sha256 " + files.get(key))
                                    .toList()));
        } else {
            links.absent(Kind.SOURCE, dataset.key(), "its source with sha256 " + parent + " is not there");
        }
    }

    private static List<String> strangers(Map<String, String> files, Set<String> known) {
        return files.entrySet().stream()
                .filter(file -> !known.contains(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The data files below a prefix, with their hashes. */
    private Map<String, String> files(String prefix) {
        Map<String, String> files = new TreeMap<>();
        for (String key : evidence.keys(prefix)) {
            if (prefix.startsWith(UPLOADS) || key.endsWith(".csv") || key.endsWith(".csv.gz")) {
                files.put(key, evidence.sha256(key));
            }
        }
        return files;
    }

    /** The hashes that a simulation or download left beside its files, after holding the files against them. */
    private Set<String> origins(BankId bank) {
        Set<String> hashes = new HashSet<>();
        for (String marker : MARKERS) {
            String key = Keys.raw(RAW, bank) + marker;
            if (evidence.has(key)) {
                links.read(Kind.ORIGIN, key, "hashes of raw files", () -> hashes(key))
                        .ifPresent(byKey -> byKey.forEach((file, sha256) -> {
                            hashes.add(sha256);
                            origin(file, sha256);
                        }));
            }
        }
        return hashes;
    }

    private Map<String, String> hashes(String marker) {
        JsonNode byKey = evidence.tree(marker).path("sha256ByKey");
        Map<String, String> hashes = new TreeMap<>();
        byKey.propertyNames().forEach(file -> hashes.put(file, Evidence.text(marker, byKey, file)));
        return hashes;
    }

    private void origin(String file, String sha256) {
        if (evidence.has(file)) {
            links.equal(Kind.ORIGIN, file, "sha256", sha256, evidence.sha256(file));
        } else {
            links.absent(Kind.ORIGIN, file, "the raw file is not there");
        }
    }
}
