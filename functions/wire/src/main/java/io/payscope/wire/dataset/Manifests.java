package io.payscope.wire.dataset;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectBody;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.io.InputStream;

/** Reads and writes datasets: a manifest and the parts that it names. */
public final class Manifests {

    private static final String FILE = "manifest.json";

    private final ObjectStore objects;

    public Manifests(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Writes a manifest below a prefix, after its parts: a dataset exists once its manifest does.
     *
     * @param prefix where the parts lie, ending with a slash
     * @param manifest the description
     * @return the reference that states hand on
     */
    public ManifestRef write(String prefix, DatasetManifest manifest) {
        String key = prefix + FILE;
        objects.put(key, JsonCodec.encode(manifest), "application/json");
        return new ManifestRef(
                objects.bucket(),
                key,
                identityHash(manifest),
                manifest.identity().rowsKept());
    }

    /**
     * Reads a manifest and checks it against its reference.
     *
     * @throws DataFault if it is absent, not the one that the reference names, or lies below another bank than its own
     */
    public DatasetManifest read(ManifestRef ref) {
        ObjectBody body = objects.find(ref.key())
                .orElseThrow(() -> new DataFault("manifest " + ref.key() + ": not found in bucket " + ref.bucket()));
        DatasetManifest manifest = JsonCodec.decode(body.body(), DatasetManifest.class);
        String found = identityHash(manifest);
        if (!found.equals(ref.sha256())) {
            throw new DataFault("manifest " + ref.key() + ": expected sha256 " + ref.sha256() + ", found " + found);
        }
        Keys.requireOf(manifest.identity().bankId(), ref.key());
        return manifest;
    }

    /**
     * As {@link #read(ManifestRef)}, in the name of a bank.
     *
     * @throws DataFault also if the reference is to another bank's object: it is not read then
     */
    public DatasetManifest read(BankId bank, ManifestRef ref) {
        Keys.requireOf(bank, ref.key());
        return read(ref);
    }

    /** @return whether a manifest lies where the reference says */
    public boolean exists(ManifestRef ref) {
        return objects.head(ref.key()).isPresent();
    }

    /** @return sha256 of the manifest's identity, lower-case hex */
    public static String identityHash(DatasetManifest manifest) {
        return Hashes.sha256(JsonCodec.encode(manifest.identity()));
    }

    /**
     * Opens a part; the caller closes it and compares {@link PartReader#sha256()} after the last row.
     *
     * @throws DataFault if there is no such part, it is not a canonical one, or the reference is to another bank's
     *     object, which is not read then
     */
    public PartReader open(BankId bank, PartRef part) throws IOException {
        Keys.requireOf(bank, part.key());
        InputStream body = objects.open(part.key());
        try {
            return new PartReader(bank, part.key(), body);
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }
}
