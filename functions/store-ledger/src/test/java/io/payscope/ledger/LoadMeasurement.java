package io.payscope.ledger;

import static io.payscope.ledger.Payments.part;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How fast a bank of 100,000 rows loads in 4 parts, 2 at a time. Run by name: {@code -Dtest=LoadMeasurement}. */
class LoadMeasurement {

    private static final System.Logger LOG = System.getLogger("measurement");
    private static final int PARTS = 4;
    private static final int ROWS = 25_000;

    @Test
    void measure() throws Exception {
        try (EmbeddedLedger ledger = EmbeddedLedger.migrated();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int number = 1; number <= 5; number++) {
                BankId bank = new BankId(number);
                List<List<CanonicalTransaction>> parts = new ArrayList<>();
                for (int i = 0; i < PARTS; i++) {
                    parts.add(Payments.list(bank, (long) i * ROWS, (i + 1L) * ROWS));
                }
                double load = seconds(() -> load(ledger, threads, bank, "u1", parts));
                double replay = seconds(() -> load(ledger, threads, bank, "u1", parts));
                double overlap = seconds(() -> load(ledger, threads, bank, "u2", parts));
                double rollUp = seconds(() -> new LedgerBuckets(ledger.transactions()).rollUp(bank, "u1"));
                double census = seconds(() -> new LedgerQueries(ledger.transactions()).census(bank));
                LOG.log(
                        System.Logger.Level.INFO,
                        "bank %d: rows/s %.0f new, %.0f all present; seconds: replay %.3f, roll-up %.3f, census %.3f"
                                .formatted(
                                        number, PARTS * ROWS / load, PARTS * ROWS / overlap, replay, rollUp, census));
            }
        }
    }

    private static Object load(
            EmbeddedLedger ledger,
            ExecutorService threads,
            BankId bank,
            String upload,
            List<List<CanonicalTransaction>> parts)
            throws Exception {
        LedgerLoader loader = new LedgerLoader(ledger.transactions());
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int index = i;
            futures.add(threads.submit(() -> loader.load(
                    bank, upload, part(index, ROWS), parts.get(index).iterator())));
        }
        for (Future<?> future : futures) {
            future.get();
        }
        return futures;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Work {
        Object run() throws Exception;
    }
}
