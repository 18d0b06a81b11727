package io.payscope.objects;

import io.payscope.core.model.BankId;
import io.payscope.core.port.BankErasure;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.Store;
import java.util.List;

/**
 * Removes a bank's objects below every prefix. What could be loaded anew goes first, claims and receipts last: an
 * interrupted erasure leaves receipts that the stores no longer agree with, which validate-datasets shows. In a bucket
 * with versions the former ones stay until its lifecycle rules remove them.
 */
public final class ObjectErasure implements BankErasure {

    private static final String RAW = "raw/";
    private static final List<String> PREFIXES = List.of(
            RAW, "uploads/", "quarantine/", "prepared/", "parts/", "rejects/", "models/", "reports/", "receipts/");

    private final ObjectStore objects;

    public ObjectErasure(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public Store store() {
        return Store.OBJECTS;
    }

    @Override
    public long erase(BankId bank) {
        long removed = 0;
        for (String prefix : PREFIXES) {
            for (String key : keys(prefix, bank.segment() + "/")) {
                objects.delete(key);
                removed++;
            }
        }
        return removed;
    }

    /** A run may have its raw files in a folder of its own, such as {@code raw/2026/bank=3/}. */
    private List<String> keys(String prefix, String folder) {
        boolean anywhere = prefix.equals(RAW);
        return objects.list(anywhere ? prefix : prefix + folder).stream()
                .map(ObjectHead::key)
                .filter(key -> !anywhere || key.startsWith("/" + folder, key.indexOf("/bank=")))
                .toList();
    }
}
