package io.payscope.cli.verify;

import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.wire.dataset.Manifests;

/**
 * A dataset whose manifest can be read.
 *
 * @param key of the manifest
 * @param manifest the manifest
 * @param sha256 of its identity, as it is now
 */
record Dataset(String key, DatasetManifest manifest, String sha256) {

    private static final String FILE = "manifest.json";

    static Dataset of(String key, DatasetManifest manifest) {
        return new Dataset(key, manifest, Manifests.identityHash(manifest));
    }

    static boolean isManifest(String key) {
        return key.endsWith("/" + FILE);
    }

    ManifestIdentity identity() {
        return manifest.identity();
    }

    /** The prefix of the dataset's objects. */
    String prefix() {
        return key.substring(0, key.length() - FILE.length());
    }

    /** The last segment of the prefix: a dataset's id, or {@code upload=} and an upload's id. */
    String folder() {
        String[] segments = key.split("/", -1);
        return segments[segments.length - 2];
    }

    /** Whether it was made from an uploaded file. */
    boolean isUpload() {
        return key.startsWith("parts/");
    }
}
