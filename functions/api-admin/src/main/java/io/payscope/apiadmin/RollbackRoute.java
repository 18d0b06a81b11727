package io.payscope.apiadmin;

import io.payscope.core.fault.Fault;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditEvent.Outcome;
import io.payscope.core.port.AuditTrail;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.http.Answer;
import io.payscope.http.Call;
import io.payscope.http.Handler;
import io.payscope.http.NoBody;
import io.payscope.http.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /admin/models/{bank}/{kind}/rollback}; on record before and after. */
final class RollbackRoute implements Handler<NoBody> {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackRoute.class);

    private final ModelRollback rollback;
    private final AuditTrail trail;

    RollbackRoute(ModelRollback rollback, AuditTrail trail) {
        this.rollback = rollback;
        this.trail = trail;
    }

    @Override
    public Answer<ModelRollback.RolledBack> handle(Call<NoBody> call) {
        ModelOutcome.Kind kind =
                switch (call.path("kind")) {
                    case "fraud" -> ModelOutcome.Kind.FRAUD;
                    case "forecast" -> ModelOutcome.Kind.FORECAST;
                    default -> throw new Refusal(404, "kind: expected fraud or forecast");
                };
        ModelRollback.RolledBack done = rolledBack(call, kind);
        record(event(call, Outcome.DONE, kind + " from " + done.before() + " to " + done.now()));
        return Answer.ok(done);
    }

    private ModelRollback.RolledBack rolledBack(Call<NoBody> call, ModelOutcome.Kind kind) {
        try {
            return rollback.toPrevious(call.bank(), kind, call.principal().subject());
        } catch (Refusal refusal) {
            trail.append(event(call, Outcome.FAILED, kind + ": " + refusal.detail()));
            throw refusal;
        } catch (Fault fault) {
            trail.append(event(call, Outcome.FAILED, kind + ": the registry failed"));
            throw fault;
        }
    }

    /** A failure here must not look like one of the rollback: who asks again would go back one more version. */
    private void record(AuditEvent done) {
        try {
            trail.append(done);
        } catch (Fault fault) {
            LOG.error("done, and in the registry of models, but not in the audit log: {}", done, fault);
        }
    }

    private static AuditEvent event(Call<NoBody> call, Outcome outcome, String detail) {
        return new AuditEvent(
                call.principal().subject(),
                call.principal().role().name(),
                call.bank(),
                "model rollback",
                outcome,
                detail);
    }
}
