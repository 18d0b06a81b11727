package io.payscope.cli.verify;

import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The hash chain of what lies in a bucket or folder: raw files, datasets, uploads, loads, models, runs. Everything is
 * read once; in memory stay manifests and hashes. What is not hashed (a manifest's provenance, the text of a report)
 * proves nothing and is not checked.
 */
public final class Chain {

    private final ObjectStore objects;

    /** @param objects the bucket or folder */
    public Chain(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Checks every link that starts or ends at these banks.
     *
     * @param banks the banks
     * @param listener receives each link as it is found
     * @throws io.payscope.core.fault.TransientFault if reading stops
     */
    public void verify(List<BankId> banks, Consumer<Link> listener) {
        Evidence evidence = new Evidence(objects);
        Links links = new Links(listener);
        DatasetLinks datasets = new DatasetLinks(evidence, links);
        Map<BankId, List<Dataset>> byBank = new LinkedHashMap<>();
        List<Dataset> all = new ArrayList<>();
        for (BankId bank : banks) {
            List<Dataset> found = datasets.find(bank);
            byBank.put(bank, found);
            all.addAll(found);
        }
        ManifestLinks manifests = new ManifestLinks(evidence, links, all);
        byBank.forEach((bank, found) -> {
            new SourceLinks(evidence, links).check(bank, found, all);
            manifests.check(bank);
            found.forEach(dataset -> datasets.check(bank, dataset));
            new UploadLinks(evidence, links, found).check(bank);
            new ModelLinks(evidence, links).check(bank, found);
            new RegistryLinks(evidence, links).check(bank);
        });
        new RunLinks(evidence, links, manifests).check(banks);
    }
}
