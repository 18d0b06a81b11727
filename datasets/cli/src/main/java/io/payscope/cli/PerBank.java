package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job did for each bank.
 *
 * @param banks one for each bank that it was done for
 * @param failed the other banks
 * @param <R> record of what was done for a bank
 */
record PerBank<R>(List<R> banks, List<Failure> failed) {

    PerBank {
        banks = List.copyOf(banks);
        failed = List.copyOf(failed);
    }

    /**
     * A bank that it could not be done for.
     *
     * @param bankId the bank
     * @param error why
     */
    record Failure(BankId bankId, String error) {}

    /** Work for one bank. */
    interface Work<R> {
        R on(BankId bank) throws InterruptedException;
    }

    /** Does the work for one bank after the other; a bank that fails does not keep the others from it. */
    static <R> Answer<PerBank<R>> run(String command, Terminal terminal, List<BankId> banks, Work<R> work)
            throws InterruptedException {
        List<R> done = new ArrayList<>();
        List<Failure> failed = new ArrayList<>();
        for (BankId bank : banks) {
            try {
                done.add(work.on(bank));
            } catch (Fault fault) {
                terminal.say("payscope: " + fault.getMessage());
                failed.add(new Failure(bank, String.valueOf(fault.getMessage())));
            }
        }
        return Answer.of(command, ExitStatus.of(done.size(), failed.size()), new PerBank<>(done, failed));
    }
}
