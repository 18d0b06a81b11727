package io.payscope.datasets.output;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.Manifests;

/** Tells whether a dataset is still there. */
public final class Datasets {

    private Datasets() {}

    /** @return whether the manifest and every part that it names are there */
    public static boolean isWhole(ObjectStore objects, ManifestRef ref) {
        Manifests manifests = new Manifests(objects);
        if (!manifests.exists(ref)) {
            return false;
        }
        try {
            DatasetManifest manifest = manifests.read(ref);
            return manifest.identity().parts().stream()
                    .allMatch(part -> objects.head(part.key()).isPresent());
        } catch (DataFault changed) {
            return false;
        }
    }
}
