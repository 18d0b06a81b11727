package io.payscope.apiadmin;

import io.payscope.core.audit.AuditLog;
import io.payscope.core.port.AuditTrail;
import io.payscope.core.port.BankErasure;
import io.payscope.core.port.RegisterReader;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.Stage;
import io.payscope.core.stage.ValidateDatasetsRequest;
import java.util.List;

/**
 * What the admin API asks.
 *
 * @param validation counts every store
 * @param register runs, models and buckets on record
 * @param log what was done
 * @param trail where more of that is put on record
 * @param erasures one for each store, in the order in which they are called
 */
record AdminStores(
        Stage<ValidateDatasetsRequest, DatasetValidation> validation,
        RegisterReader register,
        AuditLog log,
        AuditTrail trail,
        List<BankErasure> erasures) {

    AdminStores {
        erasures = List.copyOf(erasures);
    }
}
