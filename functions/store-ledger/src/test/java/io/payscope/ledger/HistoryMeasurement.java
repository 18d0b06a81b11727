package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.PaymentPast;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What reading a payment's past takes by how much its payee is paid, in 200,000 rows of 224 days. Run by name:
 * {@code -Dtest=HistoryMeasurement}.
 */
class HistoryMeasurement {

    private static final System.Logger LOG = System.getLogger("measurement");
    private static final BankId BANK = new BankId(1);
    private static final int ROWS = 200_000;
    private static final int MOST = 1 << 16;
    private static final int CALLS = 60;

    @Test
    void measure() throws Exception {
        try (EmbeddedLedger ledger = EmbeddedLedger.migrated()) {
            List<CanonicalTransaction> rows = LongStream.range(0, ROWS)
                    .mapToObj(HistoryMeasurement::payment)
                    .toList();
            new LedgerLoader(ledger.transactions()).load(BANK, "u", Payments.part(0, ROWS), rows.iterator());
            LedgerHistory history = new LedgerHistory(ledger.transactions());
            CanonicalTransaction last = rows.getLast();
            Instant from = last.occurredAt().minus(Duration.ofDays(30));
            for (int share : new int[] {1_000, 100, 10, 2}) {
                CanonicalTransaction asked = to(last, "one in " + share, "new");
                double[] millis = new double[CALLS];
                int recent = 0;
                long earlier = 0;
                for (int i = 0; i < CALLS; i++) {
                    long start = System.nanoTime();
                    PaymentPast past = history.before(asked, from, MOST);
                    millis[i] = (System.nanoTime() - start) / 1e6;
                    recent = past.payee().recent().size();
                    earlier = past.payee().earlierRows();
                }
                Arrays.sort(millis);
                LOG.log(
                        System.Logger.Level.INFO,
                        "payee of one payment in %d: %d rows within 30 days, %d before: median %.1f ms, p95 %.1f ms"
                                .formatted(share, recent, earlier, millis[CALLS / 2], millis[CALLS * 95 / 100]));
            }
        }
    }

    /** Every second payment goes to one payee, of the others every tenth to the next, and so on. */
    private static CanonicalTransaction payment(long n) {
        int share = n % 2 == 0 ? 2 : n % 10 == 1 ? 10 : n % 100 == 3 ? 100 : n % 1_000 == 5 ? 1_000 : 0;
        CanonicalTransaction drawn = Payments.payment(BANK, n);
        return share == 0 ? drawn : to(drawn, "one in " + share, drawn.transactionId());
    }

    private static CanonicalTransaction to(CanonicalTransaction payment, String payee, String id) {
        return new CanonicalTransaction(
                payment.bankId(),
                id,
                payment.occurredAt(),
                payment.amount(),
                payment.currency(),
                payment.channel(),
                payment.payerId(),
                payee,
                payment.payeeKind(),
                payment.label(),
                payment.lifecycleStage(),
                payment.sourceRow());
    }
}
