package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.datasets.output.Provenances;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds a bank's datasets and holds each against its parts, its rejects and its own numbers. */
final class DatasetLinks {

    /** Provenance entries with this beginning count refused rows of joined files, which are in the rejects too. */
    private static final String SIDE_ROWS = "refusedRows.";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Evidence evidence;
    private final Links links;

    DatasetLinks(Evidence evidence, Links links) {
        this.evidence = evidence;
        this.links = links;
    }

    /** The bank's datasets that can be read: prepared ones and those of uploaded files. */
    List<Dataset> find(BankId bank) {
        List<Dataset> datasets = new ArrayList<>();
        for (String prefix : List.of("prepared/" + bank.segment() + "/", "parts/" + bank.segment() + "/")) {
            for (String key : evidence.keys(prefix)) {
                if (Dataset.isManifest(key)) {
                    links.read(
                                    Kind.MANIFEST,
                                    key,
                                    "a manifest",
                                    () -> Dataset.of(key, evidence.decode(key, DatasetManifest.class)))
                            .ifPresent(datasets::add);
                }
            }
        }
        return datasets;
    }

    void check(BankId bank, Dataset dataset) {
        ManifestIdentity identity = dataset.identity();
        if (!identity.bankId().equals(bank)) {
            links.broken(Kind.MANIFEST, dataset.key(), "a dataset of bank " + bank, "one of bank " + identity.bankId());
            return;
        }
        new PartLinks(evidence.objects(), links).check(dataset);
        accounts(dataset);
        rejects(dataset);
        beside(dataset, Kind.REJECTS, rejectsKey(dataset), Provenances.REJECTS_SHA256);
        beside(dataset, Kind.LINEAGE, Keys.lineage(identity.bankId(), dataset.folder()), Provenances.LINEAGE_SHA256);
    }

    /** A file that the manifest names by its hash; manifests of datasets without such a file name none. */
    private void beside(Dataset dataset, Kind kind, String key, String entry) {
        String expected = dataset.manifest().provenance().environment().get(entry);
        if (expected == null) {
            return;
        }
        if (evidence.has(key)) {
            links.equal(kind, key, "sha256", expected, evidence.sha256(key));
        } else {
            links.absent(kind, key, "named by " + dataset.key() + ", but not there");
        }
    }

    private static String rejectsKey(Dataset dataset) {
        return Keys.rejects(dataset.identity().bankId(), dataset.folder().replaceFirst("^upload=", ""));
    }

    /** Every row read is refused, a copy, or labelled; every row kept is labelled. */
    private void accounts(Dataset dataset) {
        ManifestIdentity identity = dataset.identity();
        long accounted = identity.rowsRejected()
                + identity.duplicatesRemoved()
                + identity.labelsBefore().total();
        String expected = identity.rowsRead() + " rows read, " + identity.rowsKept() + " kept";
        String found = accounted + " rows read, " + identity.labelsAfter().total() + " kept";
        if (expected.equals(found)) {
            links.sound(Kind.ACCOUNTS, dataset.key(), expected);
        } else {
            links.broken(Kind.ACCOUNTS, dataset.key(), expected, found + " by its counts");
        }
    }

    private void rejects(Dataset dataset) {
        ManifestIdentity identity = dataset.identity();
        String key = rejectsKey(dataset);
        long side = dataset.manifest().provenance().environment().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SIDE_ROWS))
                .map(Map.Entry::getValue)
                .mapToLong(Long::parseLong)
                .sum();
        long expected = identity.rowsRejected() + side;
        if (!evidence.has(key)) {
            if (expected > 0) {
                links.absent(Kind.REJECTS, key, "the rejects file is not there");
            }
            return;
        }
        links.read(Kind.REJECTS, key, "a rejects file", () -> rows(key))
                .ifPresent(found -> links.equal(Kind.REJECTS, key, "refused rows", expected, found));
    }

    private long rows(String key) {
        try (InputStream in = new GZIPInputStream(evidence.objects().open(key))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long lines = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lines += PartLinks.lines(buffer, read);
            }
            return Math.max(0, lines - 1);
        } catch (ZipException | EOFException e) {
            throw new DataFault(key + ": not gzip to its end: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TransientFault(key + ": reading stopped", e);
        }
    }
}
