package io.payscope.apiuploads;

import io.payscope.apiuploads.UploadStatus.Failure;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.stage.CompleteUploadRequest.UploadFailure;

/** What a bank is told of a failure: all of it where its own file is wrong, and nothing of the service's inside. */
final class Failures {

    private static final String DATA = DataFault.class.getSimpleName();

    private Failures() {}

    static Failure of(UploadFailure failure) {
        String fault = failure.error().substring(failure.error().lastIndexOf('.') + 1);
        return fault.equals(DATA) ? ofData(failure.cause()) : new Failure(fault, "the service could not load it");
    }

    static Failure ofData(String reason) {
        return new Failure(DATA, reason);
    }

    /** Of a load that ended without a word, as when its process died. */
    static Failure unsaid() {
        return new Failure(BugFault.class.getSimpleName(), "the load ended before it could say why");
    }
}
