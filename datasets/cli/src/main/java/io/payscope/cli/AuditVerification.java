package io.payscope.cli;

import io.payscope.cli.ledger.LedgerAuditSession;
import io.payscope.cli.terminal.Terminal;
import io.payscope.core.audit.AuditCheck;
import io.payscope.core.audit.AuditHead;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of {@code verify} that checks the audit log. */
final class AuditVerification {

    private static final Pattern HEAD = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    private AuditVerification() {}

    /** A noted head as the command takes it, {@code SEQ:HASH}, or empty if it is none. */
    static Optional<AuditHead> head(String text) {
        Matcher matcher = HEAD.matcher(text);
        return matcher.matches()
                ? Optional.of(new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    static AuditCheck run(Terminal terminal, Map<String, String> environment, @Nullable AuditHead noted) {
        AuditCheck check = LedgerAuditSession.check(environment, noted);
        check.breaks().forEach(line -> terminal.print(Terminal.coloured("red", "BROKEN") + "  audit      " + line));
        AuditHead head = check.head();
        terminal.print("%d audit entries, %s; note the head to see later that none was cut off: %d:%s"
                .formatted(check.entries(), check.whole() ? "the chain is whole" : "BROKEN", head.seq(), head.hash()));
        return check;
    }
}
