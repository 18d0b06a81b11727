package io.payscope.cli;

import io.payscope.cli.aws.IngestEnd;
import io.payscope.cli.terminal.Table;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.wire.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent.
 *
 * @param bankId whose it is
 * @param key where it is
 * @param bytes its size
 * @param loaded what became of its rows, or null if nobody waited
 */
record UploadedFile(
        BankId bankId, String key, long bytes, @Nullable Loaded loaded) {

    /**
     * What became of a file's rows.
     *
     * @param execution the ingest
     * @param outcome LOADED, or ALREADY_LOADED by an earlier upload of the same bytes
     * @param uploadId names its parts and receipts
     * @param rows valid rows
     * @param inserted new to the ledger
     * @param alreadyPresent brought by an earlier upload
     * @param rejected refused
     * @param duplicates copies within the file
     */
    record Loaded(
            String execution,
            String outcome,
            String uploadId,
            long rows,
            long inserted,
            long alreadyPresent,
            long rejected,
            long duplicates) {}

    static UploadedFile sent(BankId bank, String key, long bytes) {
        return new UploadedFile(bank, key, bytes, null);
    }

    /** A file whose ingest has ended; what was refused is in the manifest of its parts. */
    static UploadedFile of(BankId bank, String key, long bytes, IngestEnd end, ObjectStore objects) {
        CompletedUpload upload = end.loaded();
        DatasetManifest manifest = objects.find(Keys.parts(bank, upload.uploadId()) + "manifest.json")
                .map(body -> JsonCodec.decode(body.body(), DatasetManifest.class))
                .orElse(null);
        boolean already = end.outcome().equals("ALREADY_LOADED");
        long inserted = already ? 0 : upload.ledgerInserted();
        return new UploadedFile(
                bank,
                key,
                bytes,
                new Loaded(
                        end.arn(),
                        end.outcome(),
                        upload.uploadId(),
                        upload.rows(),
                        inserted,
                        upload.rows() - inserted,
                        manifest == null ? 0 : manifest.identity().rowsRejected(),
                        manifest == null ? 0 : manifest.identity().duplicatesRemoved()));
    }

    Table addTo(Table table) {
        table.heading(key).bytes("sent", bytes);
        if (loaded != null) {
            table.text("outcome", loaded.outcome())
                    .number("rows", loaded.rows())
                    .number("inserted", loaded.inserted())
                    .number("already present", loaded.alreadyPresent())
                    .number("rejected", loaded.rejected())
                    .number("duplicates", loaded.duplicates())
                    .text("upload", loaded.uploadId())
                    .text("execution", loaded.execution());
        }
        return table;
    }
}
