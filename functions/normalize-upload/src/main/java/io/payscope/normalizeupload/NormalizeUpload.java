package io.payscope.normalizeupload;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.NormalizeUploadRequest;
import io.payscope.core.stage.NormalizedUpload;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.core.stage.Stage;
import io.payscope.datasets.FileNormalization;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.output.Provenances;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Gives every upload the same shape: canonical parts, a manifest, and {@code parts.json}, the array that the state
 * machine maps over. Doing it again writes the same objects again.
 */
public final class NormalizeUpload implements Stage<NormalizeUploadRequest, NormalizedUpload> {

    private static final String PARTS = "parts.json";

    private final ObjectStore objects;
    private final Manifests manifests;
    private final FileNormalization files;

    /**
     * @param objects where uploads lie and parts go
     * @param catalog what is known about the banks
     * @param folder for temporary files: one part and the rejects
     * @param clock tells when a manifest was made
     */
    public NormalizeUpload(ObjectStore objects, Catalog catalog, Path folder, Clock clock) {
        this.objects = objects;
        this.manifests = new Manifests(objects);
        this.files = new FileNormalization(objects, catalog, folder, clock);
    }

    @Override
    public NormalizedUpload run(NormalizeUploadRequest request) {
        ManifestRef manifest = request.manifest();
        RegisterUploadRequest.UploadedObject object = request.object();
        if (manifest != null && object == null) {
            return adopt(request, manifest);
        }
        if (manifest == null && object != null) {
            return convert(request, object);
        }
        throw new DataFault("upload " + request.uploadId() + ": expected exactly one of manifest and object");
    }

    private NormalizedUpload adopt(NormalizeUploadRequest request, ManifestRef ref) {
        DatasetManifest manifest = manifests.read(request.bankId(), ref);
        if (!manifest.identity().bankId().equals(request.bankId())) {
            throw new DataFault("manifest " + ref.key() + ": expected bank " + request.bankId() + ", found bank "
                    + manifest.identity().bankId());
        }
        for (PartRef part : manifest.identity().parts()) {
            Keys.requireOf(request.bankId(), part.key());
            if (objects.head(part.key()).isEmpty()) {
                throw new DataFault("manifest " + ref.key() + ": part " + part.index() + " is missing, expected it at "
                        + part.key());
            }
        }
        return result(request, ref, manifest, manifest.identity().rowsRejected());
    }

    private NormalizedUpload convert(NormalizeUploadRequest request, RegisterUploadRequest.UploadedObject object) {
        Keys.requireOf(request.bankId(), object.key());
        DriftWatch drift = new DriftWatch(objects, request.bankId(), request.uploadId());
        ManifestRef ref = files.normalize(request.bankId(), request.uploadId(), object.key(), drift);
        drift.store();
        DatasetManifest manifest = manifests.read(ref);
        return result(request, ref, manifest, manifest.identity().rowsRejected());
    }

    private NormalizedUpload result(
            NormalizeUploadRequest request, ManifestRef ref, DatasetManifest manifest, long rejected) {
        List<PartRef> parts = manifest.identity().parts();
        String partsKey = Keys.parts(request.bankId(), request.uploadId()) + PARTS;
        objects.put(partsKey, JsonCodec.encode(parts), "application/json");
        return new NormalizedUpload(
                request.bankId(),
                request.uploadId(),
                ref,
                partsKey,
                parts.size(),
                manifest.identity().rowsKept(),
                rejected,
                Provenances.bytes(manifest.provenance()));
    }
}
