package io.payscope.completeupload;

import io.payscope.core.claim.Claims;
import io.payscope.core.claim.EffectKey;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.port.UploadRegister;
import io.payscope.core.stage.ClosedUpload;
import io.payscope.core.stage.CompleteUploadRequest;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.FailedUpload;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.Store;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import java.util.List;

/**
 * Proves that all of an upload is in the stores and says so. Every step can be repeated; the claim is closed last, so
 * an upload that is claimed as done is recorded as done everywhere. After a failure it gives the claim up instead, so
 * that a rerun need not wait for it to expire; what was loaded keeps its receipts, and the rerun goes on from them.
 */
public final class CompleteUpload implements Stage<CompleteUploadRequest, ClosedUpload> {

    /** The stage whose claim on the upload is closed here. */
    public static final String CLAIMED_BY = "register-upload";

    private final Manifests manifests;
    private final Receipts receipts;
    private final UploadRegister register;
    private final Claims claims;

    /**
     * Makes the stage.
     *
     * @param manifests where the upload's manifest is
     * @param receipts where its receipts are
     * @param register the ledger's record of uploads
     * @param claims where the upload is claimed
     */
    public CompleteUpload(Manifests manifests, Receipts receipts, UploadRegister register, Claims claims) {
        this.manifests = manifests;
        this.receipts = receipts;
        this.register = register;
        this.claims = claims;
    }

    @Override
    public ClosedUpload run(CompleteUploadRequest request) {
        EffectKey claim = new EffectKey(request.bankId(), CLAIMED_BY, request.uploadId());
        ManifestRef manifest = request.manifest();
        if (manifest != null && request.failure() == null) {
            CompletedUpload completed = addUp(request, manifest);
            register.complete(request.bankId(), completed);
            receipts.write(completed);
            CompletedUpload standing = claims.complete(claim, request.executionId(), completed, CompletedUpload.class);
            return new ClosedUpload(request.bankId(), request.uploadId(), standing);
        }
        if (manifest == null && request.failure() != null) {
            receipts.write(
                    new FailedUpload(request.bankId(), request.uploadId(), request.executionId(), request.failure()));
            claims.release(claim, request.executionId());
            return new ClosedUpload(request.bankId(), request.uploadId(), null);
        }
        throw new DataFault("upload " + request.uploadId() + " of bank " + request.bankId()
                + ": expected either a manifest or a failure");
    }

    private CompletedUpload addUp(CompleteUploadRequest request, ManifestRef reference) {
        String upload = "upload " + request.uploadId() + " of bank " + request.bankId();
        ManifestIdentity manifest = manifests.read(request.bankId(), reference).identity();
        if (!manifest.bankId().equals(request.bankId())) {
            throw new DataFault(upload + ": the manifest " + reference.key() + " is of bank " + manifest.bankId());
        }
        long rows = manifest.parts().stream().mapToLong(PartRef::rows).sum();
        if (rows != manifest.rowsKept() || rows != reference.rows()) {
            throw new DataFault(upload + ": expected " + reference.rows() + " rows by the reference and "
                    + manifest.rowsKept() + " by the manifest, found " + rows + " in its parts");
        }
        List<LoadReceipt> all = receipts.ofUpload(request.bankId(), request.uploadId());
        long ledgerInserted = new ReceiptSum(upload, Store.LEDGER, all).inserted(manifest.parts());
        long graphInserted = new ReceiptSum(upload, Store.GRAPH, all).inserted(manifest.parts());
        LoadedVectors vectors = receipts.vectors(request.bankId(), request.uploadId())
                .orElseThrow(() -> new DataFault(upload + ": there is no receipt of " + Store.VECTORS));
        return new CompletedUpload(
                request.bankId(), request.uploadId(), rows, ledgerInserted, graphInserted, vectors.documents());
    }
}
