package io.payscope.apiadmin;

import io.payscope.core.audit.AuditEntry;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.audit.AuditLog;
import io.payscope.http.Answer;
import io.payscope.http.Call;
import io.payscope.http.Handler;
import io.payscope.http.NoBody;
import java.util.List;

/** {@code GET /admin/audit}: a page of the log, with all that it takes to check the chain. */
final class AuditRoute implements Handler<NoBody> {

    private static final int MAX_PAGE = 1_000;
    private static final int PAGE = 100;

    private final AuditLog log;

    AuditRoute(AuditLog log) {
        this.log = log;
    }

    /**
     * A page.
     *
     * @param entries in order
     * @param head the last entry of the log at this moment
     */
    record Page(List<AuditEntry> entries, AuditHead head) {

        Page {
            entries = List.copyOf(entries);
        }
    }

    @Override
    public Answer<Page> handle(Call<NoBody> call) {
        int after = call.number("after", 0, 999_999_999, 0);
        int limit = call.number("limit", 1, MAX_PAGE, PAGE);
        return Answer.ok(new Page(log.after(after, limit), log.head()));
    }
}
