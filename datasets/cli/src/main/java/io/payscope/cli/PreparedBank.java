package io.payscope.cli;

import io.payscope.cli.terminal.Table;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.LabelCounts;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.PreparedDataset;
import io.payscope.datasets.output.Provenances;
import io.payscope.wire.dataset.Manifests;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that was made, for people and programs.
 *
 * @param bankId the bank
 * @param manifest key of its manifest
 * @param manifestSha256 of the manifest's identity
 * @param report key of its quality or likeness report, or null for none
 * @param contentSha256 of the uncompressed bytes of all parts
 * @param source name of the source
 * @param sourceVersion its version; {@code simulated} for stand-in rows
 * @param licence of the source
 * @param rowsRead rows of the source
 * @param rowsKept rows in the parts
 * @param rejectedByRule rows refused, by rule
 * @param duplicatesRemoved exact copies left out
 * @param labelsBefore labels before sampling
 * @param labelsAfter labels of the rows kept
 * @param missingBanks for the synthetic bank, those that it could not be drawn from
 * @param parts number of parts
 * @param bytes uncompressed
 * @param seconds that it took
 * @param rowsPerSecond rows read in a second
 */
record PreparedBank(
        BankId bankId,
        String manifest,
        String manifestSha256,
        @Nullable String report,
        String contentSha256,
        String source,
        String sourceVersion,
        String licence,
        long rowsRead,
        long rowsKept,
        Map<String, Long> rejectedByRule,
        long duplicatesRemoved,
        LabelCounts labelsBefore,
        LabelCounts labelsAfter,
        List<BankId> missingBanks,
        int parts,
        long bytes,
        double seconds,
        long rowsPerSecond) {

    PreparedBank {
        rejectedByRule = Map.copyOf(rejectedByRule);
        missingBanks = List.copyOf(missingBanks);
    }

    static PreparedBank of(PreparedDataset prepared, DatasetManifest manifest, double seconds) {
        ManifestIdentity identity = manifest.identity();
        return new PreparedBank(
                prepared.bankId(),
                prepared.manifest().key(),
                Manifests.identityHash(manifest),
                prepared.reportKey(),
                identity.contentSha256(),
                identity.source().name(),
                identity.source().version(),
                identity.source().licence(),
                identity.rowsRead(),
                identity.rowsKept(),
                identity.rejectedByRule(),
                identity.duplicatesRemoved(),
                identity.labelsBefore(),
                identity.labelsAfter(),
                prepared.missingBanks(),
                identity.parts().size(),
                Provenances.bytes(manifest.provenance()),
                seconds,
                Math.round(identity.rowsRead() / seconds));
    }

    /** The dataset as a short table. */
    Table table() {
        Table table = new Table()
                .heading("bank " + bankId)
                .number("rows read", rowsRead)
                .number("rows kept", rowsKept);
        new TreeMap<>(rejectedByRule).forEach((rule, rows) -> table.number("rejected " + rule, rows));
        table.number("duplicates removed", duplicatesRemoved)
                .text("labels before", labels(labelsBefore))
                .text("labels after", labels(labelsAfter))
                .number("parts", parts)
                .bytes("uncompressed", bytes)
                .text("manifest", manifest)
                .text("manifest sha256", manifestSha256)
                .text("content sha256", contentSha256);
        if (!missingBanks.isEmpty()) {
            table.text(
                    "drawn without",
                    "bank " + missingBanks.stream().map(BankId::toString).collect(Collectors.joining(", ")));
        }
        if (report != null) {
            table.text("report", report.replaceFirst("json$", "html"));
        }
        table.text("source", source + ", version " + sourceVersion);
        return table.text("licence", licence).seconds(seconds, rowsPerSecond);
    }

    private static String labels(LabelCounts labels) {
        return "%d fraud, %d legitimate, %d unknown".formatted(labels.fraud(), labels.legitimate(), labels.unknown());
    }
}
