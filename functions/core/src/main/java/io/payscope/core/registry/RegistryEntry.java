package io.payscope.core.registry;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.ModelOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision about the models of a bank. Entries are only ever added; each names the hash of the one before it.
 *
 * @param bankId the bank
 * @param kind what the models predict
 * @param number from 1, without a gap
 * @param previousSha256 of the entry before it as stored, or null for the first
 * @param action what was decided
 * @param champion the model that serves after it, or null while none has been good enough
 * @param challenger the model in shadow after it, or null
 * @param checks what the decision rests on; none for a rollback
 * @param reason in words
 * @param by the run or the person who decided
 * @param at when
 */
public record RegistryEntry(
        BankId bankId,
        ModelOutcome.Kind kind,
        int number,
        @Nullable String previousSha256,
        Action action,
        @Nullable RegisteredModel champion,
        @Nullable RegisteredModel challenger,
        List<NamedCheck> checks,
        String reason,
        String by,
        Instant at) {

    public RegistryEntry {
        checks = List.copyOf(checks);
    }

    /** @return names of the checks that speak against the candidate */
    public List<String> failedChecks() {
        return checks.stream()
                .filter(check -> !check.passed())
                .map(NamedCheck::name)
                .toList();
    }

    /** What a decision does. */
    public enum Action {
        /** The candidate serves from now on. */
        PROMOTE,
        /** The champion stays; the candidate is kept in shadow. */
        KEEP,
        /** An earlier model serves again. */
        ROLLBACK
    }
}
