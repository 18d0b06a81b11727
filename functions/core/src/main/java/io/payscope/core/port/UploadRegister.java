package io.payscope.core.port;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.CompletedUpload;

/** The ledger's own record of uploads and of the report that each leaves. */
public interface UploadRegister {

    /** Records that an upload is loaded, with its report; recording it again changes nothing. */
    void complete(BankId bank, CompletedUpload upload);
}
