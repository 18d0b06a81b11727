package io.payscope.registerupload;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says whose an uploaded file is by its key, {@code uploads/bank=N/<name>}. The key is taken as it is and never
 * decoded, so nothing that looks like another bank's prefix after decoding can be meant.
 */
final class UploadKeys {

    private static final Pattern KEY = Pattern.compile("uploads/bank=([1-9][0-9]{0,4})/(.+)", Pattern.DOTALL);
    private static final Set<String> REFUSED_SEGMENTS = Set.of("", ".", "..");

    private final Set<BankId> banks;

    UploadKeys(Set<BankId> banks) {
        this.banks = new TreeSet<>(banks);
    }

    /**
     * The bank whose file lies under the key.
     *
     * @throws DataFault if the key is not of that form, or there is no such bank
     */
    BankId bankOf(String key) {
        Matcher form = KEY.matcher(key);
        if (!form.matches() || Arrays.stream(form.group(2).split("/", -1)).anyMatch(REFUSED_SEGMENTS::contains)) {
            throw new DataFault("upload '" + key + "': expected a key uploads/bank=N/NAME without empty segments or"
                    + " dots for segments");
        }
        BankId bank = new BankId(Integer.parseInt(form.group(1)));
        requireKnown(bank, key);
        return bank;
    }

    /** @throws DataFault if there is no such bank */
    void requireKnown(BankId bank, String key) {
        if (!banks.contains(bank)) {
            throw new DataFault("upload '" + key + "': expected one of the banks " + banks + ", found " + bank);
        }
    }
}
