package io.payscope.registerupload;

import io.payscope.core.claim.Claiming;
import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.Arrival;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.RefusedEvent;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.core.stage.RegisterUploadRequest.UploadedObject;
import io.payscope.core.stage.RegisteredUpload;
import io.payscope.core.stage.RegisteredUpload.Outcome;
import io.payscope.core.stage.Stage;
import io.payscope.wire.dataset.Arrivals;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Quarantine;
import io.payscope.wire.dataset.UploadId;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims an upload by its content: the same bytes of the same bank are loaded once, whatever their name and whoever
 * sends them. The claim is closed by complete-upload.
 * An event that is older than what was registered for its key is ignored; one that is refused is put aside.
 */
public final class RegisterUpload implements Stage<RegisterUploadRequest, RegisteredUpload> {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterUpload.class);

    /** Name of the stage, under which uploads are claimed. */
    public static final String NAME = "register-upload";

    private final ObjectStore objects;
    private final Manifests manifests;
    private final Claims claims;
    private final Arrivals arrivals;
    private final UploadKeys keys;
    private final Quarantine quarantine;

    /**
     * Makes the stage.
     *
     * @param objects where manifests and uploaded files lie
     * @param claims on uploads
     * @param banks the banks that may upload
     */
    public RegisterUpload(ObjectStore objects, Claims claims, Set<BankId> banks) {
        this.objects = objects;
        this.manifests = new Manifests(objects);
        this.claims = claims;
        this.arrivals = new Arrivals(objects);
        this.keys = new UploadKeys(banks);
        this.quarantine = new Quarantine(objects);
    }

    @Override
    public RegisteredUpload run(RegisterUploadRequest request) {
        ManifestRef manifest = request.manifest();
        UploadedObject object = request.object();
        if (manifest != null && object == null) {
            inBucket(manifest.bucket(), manifest.key());
            BankId bank = manifests.read(manifest).identity().bankId();
            keys.requireKnown(bank, manifest.key());
            return claim(request, bank, manifest.sha256());
        }
        if (manifest == null && object != null) {
            return register(request, object);
        }
        throw new DataFault("an upload: expected exactly one of manifest and object");
    }

    private RegisteredUpload register(RegisterUploadRequest request, UploadedObject object) {
        BankId bank = null;
        try {
            inBucket(object.bucket(), object.key());
            bank = keys.bankOf(object.key());
            Optional<Arrival> newer = arrivals.newerThan(bank, object.key(), object.sequencer());
            if (newer.isPresent()) {
                return stale(request, newer.get());
            }
            RegisteredUpload claimed = claim(request, bank, ObjectHash.of(objects, object.key()));
            arrivals.record(new Arrival(
                    bank,
                    object.key(),
                    object.entityTag(),
                    object.sequencer(),
                    claimed.uploadId(),
                    claimed.winner(),
                    null));
            return claimed;
        } catch (DataFault refused) {
            String record = quarantine.put(
                    bank, new RefusedEvent(request.executionId(), object, String.valueOf(refused.getMessage())));
            LOG.warn("refused an upload; its event is put aside as {}", record);
            throw refused;
        }
    }

    /** What the event announced is no longer there; what came after it has its own registration. */
    private static RegisteredUpload stale(RegisterUploadRequest request, Arrival newer) {
        LOG.info("ignored an event that is older than upload {}", newer.uploadId());
        return new RegisteredUpload(
                newer.bankId(), newer.uploadId(), Outcome.STALE, newer.winner(), null, null, request.object());
    }

    private void inBucket(String bucket, String key) {
        if (!bucket.equals(objects.bucket())) {
            throw new DataFault("upload " + key + ": expected bucket " + objects.bucket() + ", found " + bucket);
        }
    }

    private RegisteredUpload claim(RegisterUploadRequest request, BankId bank, String contentHash) {
        String uploadId = UploadId.of(bank, contentHash);
        EffectKey key = new EffectKey(bank, NAME, uploadId);
        return switch (claims.claim(key, request.executionId(), CompletedUpload.class)) {
            case Claiming.Won<CompletedUpload> _ ->
                new RegisteredUpload(
                        bank,
                        uploadId,
                        Outcome.CLAIMED,
                        request.executionId(),
                        null,
                        request.manifest(),
                        request.object());
            case Claiming.Held<CompletedUpload> held ->
                new RegisteredUpload(
                        bank, uploadId, Outcome.IN_PROGRESS, held.winner(), null, request.manifest(), request.object());
            case Claiming.Done<CompletedUpload> done ->
                new RegisteredUpload(
                        bank,
                        uploadId,
                        Outcome.ALREADY_LOADED,
                        done.winner(),
                        done.result(),
                        request.manifest(),
                        request.object());
        };
    }
}
