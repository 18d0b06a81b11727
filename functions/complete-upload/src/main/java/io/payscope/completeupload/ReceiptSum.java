package io.payscope.completeupload;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the receipts that one store left for an upload against the upload's parts. */
final class ReceiptSum {

    private final String upload;
    private final Store store;
    private final Map<Integer, LoadReceipt> byPart;

    /**
     * Takes one store's receipts.
     *
     * @param upload what error messages call the upload
     * @param store the store
     * @param receipts receipts of the upload, of any store
     */
    ReceiptSum(String upload, Store store, List<LoadReceipt> receipts) {
        this.upload = upload;
        this.store = store;
        this.byPart = receipts.stream()
                .filter(receipt -> receipt.store() == store)
                .collect(Collectors.toMap(LoadReceipt::part, Function.identity()));
    }

    /**
     * Adds up what was new to the store.
     *
     * @param parts the upload's parts
     * @return sum of inserted transactions
     * @throws DataFault if a part has no receipt, a receipt no part, or a receipt's numbers are not its part's
     */
    long inserted(List<PartRef> parts) {
        if (byPart.size() > parts.size()) {
            throw new DataFault(
                    upload + ": expected " + parts.size() + " receipts of " + store + ", found " + byPart.size());
        }
        return parts.stream().mapToLong(this::inserted).sum();
    }

    private long inserted(PartRef part) {
        LoadReceipt receipt = byPart.get(part.index());
        if (receipt == null) {
            throw new DataFault(upload + ": part " + part.index() + " (" + part.key() + ") has no receipt of " + store);
        }
        long accounted = receipt.inserted() + receipt.alreadyPresent();
        if (receipt.rows() != part.rows() || accounted != part.rows()) {
            throw new DataFault(upload + ": part " + part.index() + " (" + part.key() + "): expected " + part.rows()
                    + " rows in " + store + ", found a receipt for " + receipt.rows() + " rows, " + receipt.inserted()
                    + " inserted and " + receipt.alreadyPresent() + " already present");
        }
        return receipt.inserted();
    }
}
