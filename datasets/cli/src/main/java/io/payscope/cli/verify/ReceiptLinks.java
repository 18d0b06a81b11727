package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds the receipts that a store left for an upload against the upload's parts. */
final class ReceiptLinks {

    private final Evidence evidence;
    private final Links links;
    private final BankId bank;
    private final String uploadId;

    ReceiptLinks(Evidence evidence, Links links, BankId bank, String uploadId) {
        this.evidence = evidence;
        this.links = links;
        this.bank = bank;
        this.uploadId = uploadId;
    }

    /** Checks a receipt for each part; returns what was inserted, or nothing unless every receipt can be read. */
    OptionalLong check(Store store, List<PartRef> parts) {
        long inserted = 0;
        boolean whole = true;
        for (PartRef part : parts) {
            String key = Keys.receipt(bank, uploadId, store, part.index());
            if (!evidence.has(key)) {
                links.absent(Kind.RECEIPT, key, "the receipt is not there");
                whole = false;
                continue;
            }
            Optional<LoadReceipt> receipt =
                    links.read(Kind.RECEIPT, key, "a receipt", () -> evidence.decode(key, LoadReceipt.class));
            receipt.ifPresent(found -> compare(store, part, key, found));
            inserted += receipt.map(LoadReceipt::inserted).orElse(0L);
            whole &= receipt.isPresent();
        }
        return whole ? OptionalLong.of(inserted) : OptionalLong.empty();
    }

    private void compare(Store store, PartRef part, String key, LoadReceipt receipt) {
        String expected = describe(bank, uploadId, store, part.index(), part.rows(), part.rows());
        String found = describe(
                receipt.bankId(),
                receipt.uploadId(),
                receipt.store(),
                receipt.part(),
                receipt.rows(),
                receipt.inserted() + receipt.alreadyPresent());
        if (expected.equals(found)) {
            links.sound(
                    Kind.RECEIPT,
                    key,
                    receipt.inserted() + " inserted + " + receipt.alreadyPresent() + " already present = " + part.rows()
                            + " rows");
        } else {
            links.broken(Kind.RECEIPT, key, expected, found);
        }
    }

    private static String describe(BankId bank, String upload, Store store, int part, long rows, long accounted) {
        return "part %d of upload %s of bank %s in %s: %d rows, %d inserted or already present"
                .formatted(part, upload, bank, store, rows, accounted);
    }
}
