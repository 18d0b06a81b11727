package io.payscope.apiuploads;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.JsonCodec;
import java.util.Optional;
import java.util.regex.Pattern;

/** The places that were given out, one object each below their bank. */
final class RequestedUploads {

    /** 128 random bits, so that nobody meets another's by guessing. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final ObjectStore objects;

    RequestedUploads(ObjectStore objects) {
        this.objects = objects;
    }

    void add(RequestedUpload upload) {
        objects.put(name(upload.bankId(), upload.id()), JsonCodec.encode(upload), "application/json");
    }

    /** The place of that id, or empty if this bank has none, whoever else may. */
    Optional<RequestedUpload> find(BankId bank, String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return objects.find(name(bank, id)).map(body -> {
            RequestedUpload found = JsonCodec.decode(body.body(), RequestedUpload.class);
            if (!found.bankId().equals(bank)) {
                throw new DataFault("upload " + id + " of bank " + bank + ": its record names another bank");
            }
            return found;
        });
    }

    private static String name(BankId bank, String id) {
        return "receipts/" + bank.segment() + "/requests/" + id + ".json";
    }
}
