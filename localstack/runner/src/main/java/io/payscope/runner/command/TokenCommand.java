package io.payscope.runner.command;

import io.payscope.core.model.BankId;
import io.payscope.http.token.Role;
import io.payscope.runner.http.LocalIssuer;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a token for the local API. */
@Command(
        name = "token",
        description = "Prints a bearer token for the API of a running 'up'.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Option(
            names = "--role",
            required = true,
            description = "ADMIN, BANK_ADMIN, ANALYST, AUDITOR or SYSTEM; SECURITY.md says which route answers which")
    private Role role;

    @Option(names = "--bank", description = "the bank that it is bound to; BANK_ADMIN and ANALYST need one")
    private @Nullable Integer bank;

    @Option(names = "--subject", defaultValue = "local-user", description = "whom it speaks for (${DEFAULT-VALUE})")
    private String subject;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (bank == null && role.needsBank()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--role " + role + " says nothing without a bank: add --bank N");
        }
        BankId bound = bank == null ? null : new BankId(bank);
        spec.commandLine().getOut().println(LocalIssuer.ofMachine().token(subject, role.name(), bound, Instant.now()));
        return ExitCode.SUCCEEDED;
    }
}
