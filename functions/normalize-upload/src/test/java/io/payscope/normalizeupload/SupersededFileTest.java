package io.payscope.normalizeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Arrival;
import io.payscope.core.stage.NormalizeUploadRequest;
import io.payscope.core.stage.NormalizedUpload;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.output.Provenances;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.UploadId;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manifest says of the file that lay under the same key before. */
class SupersededFileTest {

    private static final BankId BANK = new BankId(3);
    private static final String KEY = "uploads/bank=3/file.csv";
    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";
    private static final String ROW = "%d,PAYMENT,9839.64,C1231006815,170136,160296.36,M1979787155,0,0,0,0\n";

    @TempDir
    private Path folder;

    private FolderObjectStore objects;
    private NormalizeUpload stage;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        stage = new NormalizeUpload(objects, Catalog.load(), temporary, Clock.systemUTC());
    }

    private NormalizedUpload ingest(String key, int rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            file.append(ROW.formatted(i));
        }
        byte[] body = file.toString().getBytes(StandardCharsets.UTF_8);
        String id = UploadId.of(BANK, Hashes.sha256(body));
        objects.put(key, body, "text/csv");
        new Arrivals(objects).record(new Arrival(BANK, key, null, null, id, "run", null));
        return stage.run(new NormalizeUploadRequest(
                "run", BANK, id, null, new UploadedObject(objects.bucket(), key, null, null)));
    }

    private DatasetManifest manifest(NormalizedUpload upload) {
        return new Manifests(objects).read(upload.manifest());
    }

    @Test
    void i3TheManifestOfNewBytesUnderTheSameKeyNamesTheUploadBefore() {
        NormalizedUpload first = ingest(KEY, 1);
        NormalizedUpload second = ingest(KEY, 2);

        assertThat(manifest(second).provenance().environment()).containsEntry(Provenances.SUPERSEDES, first.uploadId());
        assertThat(manifest(first).provenance().environment()).doesNotContainKey(Provenances.SUPERSEDES);
        assertThat(second.rows()).isEqualTo(2);
    }

    @Test
    void i3WhatLayUnderTheKeyBeforeIsNoPartOfWhatTheDatasetIs() {
        ingest(KEY, 1);
        DatasetManifest second = manifest(ingest(KEY, 2));
        DatasetManifest alone = manifest(ingest("uploads/bank=3/alone.csv", 2));

        assertThat(alone.provenance().environment()).doesNotContainKey(Provenances.SUPERSEDES);
        assertThat(alone.identity()).isEqualTo(second.identity());
    }
}
