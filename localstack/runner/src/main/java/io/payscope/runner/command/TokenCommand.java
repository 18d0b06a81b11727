package io.payscope.runner.command;

import io.payscope.runner.http.LocalIssuer;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a token for the local API. */
@Command(name = "token", description = "Prints a bearer token for the API of a running 'up'.")
final class TokenCommand implements Callable<Integer> {

    @Option(
            names = "--role",
            required = true,
            description = "ADMIN, BANK_ADMIN, ANALYST, AUDITOR or SYSTEM; the admin endpoint answers ADMIN and SYSTEM")
    private String role;

    @Option(names = "--subject", defaultValue = "local-user", description = "whom it speaks for (${DEFAULT-VALUE})")
    private String subject;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(LocalIssuer.ofMachine().token(subject, role, Instant.now()));
        return ExitCode.SUCCEEDED;
    }
}
