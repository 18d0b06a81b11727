package io.payscope.apiuploads;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectLinks;
import io.payscope.core.port.ObjectLinks.Content;
import io.payscope.core.port.ObjectLinks.SignedPut;
import io.payscope.core.port.ObjectStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Gives a caller of a bank a link to put one file below that bank's uploads, whose arrival starts its load. */
public final class RequestUpload {

    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final int ID_BYTES = 16;

    private final RequestedUploads requested;
    private final ObjectLinks links;
    private final UploadRules rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes the use case.
     *
     * @param objects where what was given out is remembered
     * @param links makes the link
     * @param rules what may be uploaded
     * @param clock tells the time of the request
     */
    public RequestUpload(ObjectStore objects, ObjectLinks links, UploadRules rules, Clock clock) {
        this.requested = new RequestedUploads(objects);
        this.links = links;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Opens a place for one file. Nothing that the request says decides whose it is.
     *
     * @param bank the caller's bank
     * @param request what he wants to upload
     * @throws DataFault if it may not be uploaded
     */
    public OpenedUpload open(BankId bank, UploadRequest request) {
        String name = rules.accept(request);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String hex = HexFormat.of().formatHex(id);
        String key = "uploads/" + bank.segment() + "/" + hex + "/" + name;
        Instant now = clock.instant();
        SignedPut link = links.toWrite(
                bank, key, new Content(request.contentType(), request.bytes(), request.sha256()), VALIDITY);
        requested.add(new RequestedUpload(bank, hex, key, now, link.expiresAt()));
        return new OpenedUpload(hex, link.url(), link.headers(), link.expiresAt());
    }
}
