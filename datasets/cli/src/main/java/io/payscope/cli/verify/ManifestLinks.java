package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.wire.dataset.EffectResult;
import java.util.List;

/** Holds the manifests that receipts and summaries name against those that lie there. */
final class ManifestLinks {

    private static final List<String> STAGES = List.of("prepare-dataset", "synthesize-bank");

    private final Evidence evidence;
    private final Links links;
    private final List<Dataset> all;

    /** @param all every dataset that can be read */
    ManifestLinks(Evidence evidence, Links links, List<Dataset> all) {
        this.evidence = evidence;
        this.links = links;
        this.all = List.copyOf(all);
    }

    /** Checks what the stages that make datasets left as their results. */
    void check(BankId bank) {
        for (String stage : STAGES) {
            for (String key : evidence.keys(EffectResult.prefix(bank, stage))) {
                if (EffectResult.isResult(key)) {
                    links.read(Kind.MANIFEST, key, "the result of " + stage, () -> EffectResult.decode(
                                            evidence.body(key), PreparedDataset.class)
                                    .result()
                                    .manifest())
                            .ifPresent(reference -> check(reference, key));
                }
            }
        }
    }

    /** Checks one reference that {@code by} holds. */
    void check(ManifestRef reference, String by) {
        all.stream()
                .filter(dataset -> dataset.key().equals(reference.key()))
                .findFirst()
                .ifPresentOrElse(
                        dataset -> compare(reference, dataset, by),
                        () -> links.absent(
                                Kind.MANIFEST, reference.key(), "named by " + by + ", but not there or unreadable"));
    }

    private void compare(ManifestRef reference, Dataset dataset, String by) {
        String expected = "identity " + reference.sha256() + " with " + reference.rows() + " rows";
        String found =
                "identity " + dataset.sha256() + " with " + dataset.identity().rowsKept() + " rows";
        if (expected.equals(found)) {
            links.sound(
                    Kind.MANIFEST,
                    reference.key(),
                    "identity " + reference.sha256().substring(0, 12) + " by " + by);
        } else {
            links.broken(Kind.MANIFEST, reference.key(), expected + " by " + by, found);
        }
    }
}
