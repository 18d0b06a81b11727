package io.payscope.apiuploads;

import io.payscope.apiuploads.UploadStatus.Failure;
import io.payscope.apiuploads.UploadStatus.Loaded;
import io.payscope.apiuploads.UploadStatus.Rows;
import io.payscope.apiuploads.UploadStatus.State;
import io.payscope.core.claim.ClaimLookup;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectLinks;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.Arrival;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.Quarantine;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.json.JsonCodec;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how an upload of the caller's bank stands, from what its stages left below that bank. */
public final class ReadUpload {

    /** The stage under whose name an upload is claimed. */
    private static final String CLAIMED_BY = "register-upload";

    private static final Duration VALIDITY = Duration.ofMinutes(5);

    private final ObjectStore objects;
    private final RequestedUploads requested;
    private final Arrivals arrivals;
    private final Quarantine quarantine;
    private final Receipts receipts;
    private final ClaimLookup claims;
    private final ObjectLinks links;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param objects where the stages leave their receipts
     * @param claims on uploads
     * @param links to rejects and report
     * @param clock tells whether a link has expired
     */
    public ReadUpload(ObjectStore objects, ClaimLookup claims, ObjectLinks links, Clock clock) {
        this.objects = objects;
        this.requested = new RequestedUploads(objects);
        this.arrivals = new Arrivals(objects);
        this.quarantine = new Quarantine(objects);
        this.receipts = new Receipts(objects);
        this.claims = claims;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Reads an upload.
     *
     * @param bank the caller's bank
     * @param id of the upload, as it was given out
     * @return how it stands, or empty if this bank has none of that id
     */
    public Optional<UploadStatus> read(BankId bank, String id) {
        return requested.find(bank, id).map(upload -> {
            List<Arrival> contents = arrivals.of(bank, upload.key());
            return contents.isEmpty()
                    ? unregistered(bank, id, upload)
                    : registered(bank, id, contents.getLast().uploadId());
        });
    }

    private UploadStatus unregistered(BankId bank, String id, RequestedUpload upload) {
        Failure refused = quarantine
                .of(bank, upload.key())
                .map(event -> Failures.ofData(String.valueOf(event.reason())))
                .orElse(null);
        State state = refused == null ? unregistered(upload) : State.FAILED;
        return new UploadStatus(id, state, null, null, null, null, null, refused);
    }

    private State unregistered(RequestedUpload upload) {
        if (objects.head(upload.key()).isPresent()) {
            return State.RECEIVED;
        }
        return clock.instant().isAfter(upload.expiresAt()) ? State.EXPIRED : State.REQUESTED;
    }

    private UploadStatus registered(BankId bank, String id, String uploadId) {
        EffectKey effect = new EffectKey(bank, CLAIMED_BY, uploadId);
        // The claim first: one that ends between the two reads has left its result.
        State open =
                switch (claims.stateOf(effect)) {
                    case UNCLAIMED -> State.RECEIVED;
                    case HELD -> State.LOADING;
                    case ENDED -> State.FAILED;
                };
        CompletedUpload completed = objects.find(EffectResult.key(effect))
                .map(body ->
                        EffectResult.decode(body.body(), CompletedUpload.class).result())
                .orElse(null);
        State state = completed == null ? open : State.COMPLETE;
        return new UploadStatus(
                id,
                state,
                uploadId,
                rows(bank, uploadId),
                completed == null
                        ? null
                        : new Loaded(completed.ledgerInserted(), completed.graphInserted(), completed.documents()),
                link(bank, Keys.rejects(bank, uploadId), "rejects-" + uploadId + ".csv.gz"),
                link(bank, Keys.qualityPage(bank, uploadId), "quality-" + uploadId + ".html"),
                state == State.FAILED ? failure(bank, uploadId) : null);
    }

    private Failure failure(BankId bank, String uploadId) {
        return receipts.failure(bank, uploadId)
                .map(failed -> Failures.of(failed.failure()))
                .orElseGet(Failures::unsaid);
    }

    private @Nullable Rows rows(BankId bank, String uploadId) {
        return objects.find(Keys.parts(bank, uploadId) + "manifest.json")
                .map(body ->
                        JsonCodec.decode(body.body(), DatasetManifest.class).identity())
                .map(ReadUpload::rows)
                .orElse(null);
    }

    private static Rows rows(ManifestIdentity identity) {
        return new Rows(identity.rowsRead(), identity.rowsKept(), identity.rejectedByRule());
    }

    private @Nullable URI link(BankId bank, String key, String fileName) {
        return objects.head(key).isPresent() ? links.toRead(bank, key, fileName, VALIDITY) : null;
    }
}
