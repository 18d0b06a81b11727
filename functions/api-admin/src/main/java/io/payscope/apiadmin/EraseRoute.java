package io.payscope.apiadmin;

import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.AuditEvent;
import io.payscope.core.port.AuditEvent.Outcome;
import io.payscope.core.port.AuditTrail;
import io.payscope.core.port.BankErasure;
import io.payscope.core.stage.Store;
import io.payscope.http.Answer;
import io.payscope.http.Call;
import io.payscope.http.Handler;
import io.payscope.http.NoBody;
import io.payscope.http.Refusal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code DELETE /admin/banks/{bank}/data}, in two calls: the first answers 202 with a confirmation, the second brings
 * it in the header {@code x-confirmation} and erases. On record before and after. Cut short, it can be called again,
 * and removes what is left; the objects go last, their receipts last of all, so that a half-erased bank is seen as a
 * mismatch by validate-datasets.
 */
final class EraseRoute implements Handler<NoBody> {

    static final String HEADER = "x-confirmation";

    private final List<BankErasure> erasures;
    private final AuditTrail trail;
    private final Confirmations confirmations;

    EraseRoute(List<BankErasure> erasures, AuditTrail trail, Confirmations confirmations) {
        this.erasures = erasures;
        this.trail = trail;
        this.confirmations = confirmations;
    }

    /**
     * An erasure, asked for or done.
     *
     * @param bankId the bank
     * @param erased whether it is done
     * @param confirmation to be sent in the second call, null after that
     * @param expiresAt until when the confirmation is good, null after that
     * @param removed by store, how much this call removed
     */
    record Erasure(
            BankId bankId,
            boolean erased,
            @Nullable String confirmation,
            @Nullable Instant expiresAt,
            Map<Store, Long> removed) {

        Erasure {
            removed = Map.copyOf(removed);
        }
    }

    @Override
    public Answer<Erasure> handle(Call<NoBody> call) {
        String token = call.header(HEADER).orElse("");
        BankId bank = call.bank();
        String principal = call.principal().subject();
        if (token.isEmpty()) {
            Confirmations.Confirmation issued = confirmations.issue(bank, principal);
            return Answer.accepted(new Erasure(bank, false, issued.token(), issued.expiresAt(), Map.of()));
        }
        if (!confirmations.good(token, bank, principal)) {
            trail.append(event(call, Outcome.DENIED, "the confirmation does not fit or has expired"));
            throw new Refusal(409, "the confirmation does not fit or has expired: ask for a new one");
        }
        trail.append(event(call, Outcome.ALLOWED, "confirmed, begins"));
        Map<Store, Long> removed = erase(call);
        trail.append(event(call, Outcome.DONE, "removed " + removed));
        return Answer.ok(new Erasure(bank, true, null, null, removed));
    }

    private Map<Store, Long> erase(Call<NoBody> call) {
        Map<Store, Long> removed = new EnumMap<>(Store.class);
        for (BankErasure erasure : erasures) {
            try {
                removed.put(erasure.store(), erasure.erase(call.bank()));
            } catch (Fault fault) {
                trail.append(event(call, Outcome.FAILED, erasure.store() + " failed, removed so far " + removed));
                throw fault;
            }
        }
        return removed;
    }

    private static AuditEvent event(Call<NoBody> call, Outcome outcome, String detail) {
        return new AuditEvent(
                call.principal().subject(),
                call.principal().role().name(),
                call.bank(),
                "bank erasure",
                outcome,
                detail);
    }
}
