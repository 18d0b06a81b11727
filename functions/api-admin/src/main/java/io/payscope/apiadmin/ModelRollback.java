package io.payscope.apiadmin;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;

/** Lets a bank's former model serve again. */
@FunctionalInterface
interface ModelRollback {

    /**
     * What serves now, and what did.
     *
     * @param before version that served until now
     * @param now version that serves from now on
     */
    record RolledBack(String before, String now) {}

    /**
     * Goes back by one version.
     *
     * @param requestedBy the principal, for the registry's own record
     * @throws io.payscope.http.Refusal 409 if there is none to go back to
     */
    RolledBack toPrevious(BankId bank, ModelOutcome.Kind kind, String requestedBy);
}
