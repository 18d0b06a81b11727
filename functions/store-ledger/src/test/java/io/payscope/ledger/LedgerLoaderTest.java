package io.payscope.ledger;

import static io.payscope.ledger.Payments.part;
import static io.payscope.ledger.Payments.payment;
import static io.payscope.ledger.Payments.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.Store;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerLoaderTest {

    private static EmbeddedLedger ledger;
    private static int banks;

    private final BankId bank = new BankId(++banks);
    private final LedgerLoader loader = new LedgerLoader(ledger.transactions());
    private final LedgerQueries queries = new LedgerQueries(ledger.transactions());

    @BeforeAll
    static void start() throws SQLException {
        ledger = EmbeddedLedger.migrated();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aReplayAnswersTheFirstReceiptUnread() {
        LoadReceipt first = loader.load(bank, "u1", part(0, 500), rows(bank, 0, 500));
        assertThat(first).isEqualTo(new LoadReceipt(bank, "u1", Store.LEDGER, 0, 500, 500, 0, 0, 0));
        Iterator<CanonicalTransaction> untouched = Stream.<CanonicalTransaction>generate(() -> {
                    throw new AssertionError("a replay reads no row");
                })
                .iterator();
        assertThat(loader.load(bank, "u1", part(0, 500), untouched)).isEqualTo(first);
        assertThat(stored()).isEqualTo(500);
    }

    @Test
    void whatAnotherUploadBroughtIsCountedAsPresent() {
        loader.load(bank, "u1", part(0, 300), rows(bank, 0, 300));
        assertThat(loader.load(bank, "u2", part(0, 300), rows(bank, 200, 500)))
                .isEqualTo(new LoadReceipt(bank, "u2", Store.LEDGER, 0, 300, 200, 100, 0, 0));
        assertThat(stored()).isEqualTo(500);
    }

    @Test
    void aDuplicateWithinAPartIsCountedAsPresentAndTheFirstOfTheSourceStays() {
        CanonicalTransaction early = payment(bank, 1);
        CanonicalTransaction late = new CanonicalTransaction(
                bank,
                early.transactionId(),
                early.occurredAt(),
                new BigDecimal("999999.00"),
                "EUR",
                "card",
                null,
                null,
                PayeeKind.UNKNOWN,
                Label.FRAUD,
                LifecycleStage.SETTLED,
                77);
        LoadReceipt receipt =
                loader.load(bank, "u1", part(0, 2), List.of(late, early).iterator());
        assertThat(receipt.inserted()).isOne();
        assertThat(receipt.alreadyPresent()).isOne();
        assertThat(queries.largestFrauds(bank, 1)).doesNotContain(late);
    }

    @Test
    void everyFieldComesBackAsItWas() {
        CanonicalTransaction odd = new CanonicalTransaction(
                bank,
                "id\twith\\odd\ncharacters\r \"'\u20ac\ud83d\udcb3",
                Instant.parse("1969-12-31T23:59:59.123456Z"),
                new BigDecimal("12345678901234567890.123456"),
                "XXX",
                "\\N",
                null,
                "",
                PayeeKind.UNKNOWN,
                Label.FRAUD,
                LifecycleStage.CANCELLED,
                Long.MAX_VALUE);
        loader.load(bank, "u1", part(0, 1), List.of(odd).iterator());
        assertThat(queries.largestFrauds(bank, 1)).containsExactly(odd);
    }

    @Test
    void aRowOfAnotherBankLeavesNothing() {
        BankId other = new BankId(bank.value() + 1000);
        Iterator<CanonicalTransaction> mixed =
                List.of(payment(bank, 0), payment(other, 1)).iterator();
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> loader.load(bank, "u1", part(0, 2), mixed))
                .withMessage("parts/part-00000.csv.gz row 2: expected bank %s, found bank %s", bank, other);
        assertThat(stored()).isZero();
        assertThat(queries.census(other).transactions()).isZero();
    }

    @Test
    void tooFewRowsLeaveNothingAndTheRightPartLoadsAfterwards() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> loader.load(bank, "u1", part(0, 100), rows(bank, 0, 99)))
                .withMessageContaining("expected 100 rows, found 99");
        assertThat(stored()).isZero();
        assertThat(loader.load(bank, "u1", part(0, 100), rows(bank, 0, 100)).inserted())
                .isEqualTo(100);
    }

    @Test
    void anotherPartUnderTheSameIndexIsRefused() {
        loader.load(bank, "u1", part(0, 10), rows(bank, 0, 10));
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() ->
                        loader.load(bank, "u1", new PartRef(0, "bucket", "key", "other-sha", 10), rows(bank, 0, 10)))
                .withMessageContainingAll("sha-0", "other-sha");
    }

    @Test
    void aTextThatPostgresCannotHoldIsADataFault() {
        CanonicalTransaction row = payment(bank, 0);
        CanonicalTransaction withNul = new CanonicalTransaction(
                bank,
                "nul\u0000",
                row.occurredAt(),
                row.amount(),
                "EUR",
                "card",
                null,
                null,
                PayeeKind.UNKNOWN,
                Label.UNKNOWN,
                LifecycleStage.SETTLED,
                1);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() ->
                        loader.load(bank, "u1", part(0, 1), List.of(withNul).iterator()));
    }

    @Test
    void partsThatShareIdsLoadAtTheSameTimeAndAddUp() throws Exception {
        // Each part shares half of its ids with the next, in opposite orders.
        List<LoadReceipt> receipts = together(4, index -> () -> {
            List<CanonicalTransaction> shuffled =
                    new ArrayList<>(Payments.list(bank, index * 500L, index * 500L + 1000));
            if (index % 2 == 0) {
                Collections.reverse(shuffled);
            }
            return loader.load(bank, "u1", part(index, 1000), shuffled.iterator());
        });
        assertThat(receipts).allMatch(receipt -> receipt.rows() == receipt.inserted() + receipt.alreadyPresent());
        assertThat(receipts.stream().mapToLong(LoadReceipt::inserted).sum()).isEqualTo(2500);
        assertThat(stored()).isEqualTo(2500);
    }

    @Test
    void theSamePartLoadedTwiceAtOnceIsLoadedOnce() throws Exception {
        List<LoadReceipt> receipts =
                together(3, index -> () -> loader.load(bank, "u1", part(0, 2000), rows(bank, 0, 2000)));
        assertThat(receipts).containsOnly(new LoadReceipt(bank, "u1", Store.LEDGER, 0, 2000, 2000, 0, 0, 0));
        assertThat(stored()).isEqualTo(2000);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLeavesNothing() {
        Iterator<CanonicalTransaction> source = rows(bank, 0, 20_000);
        Iterator<CanonicalTransaction> breaking = new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public CanonicalTransaction next() {
                if (++read == 10_000) {
                    killCopies();
                }
                return source.next();
            }
        };
        assertThatExceptionOfType(TransientFault.class)
                .isThrownBy(() -> loader.load(bank, "u1", part(0, 20_000), breaking));
        assertThat(stored()).isZero();
        assertThat(loader.load(bank, "u1", part(0, 20_000), rows(bank, 0, 20_000))
                        .inserted())
                .isEqualTo(20_000);
    }

    private static void killCopies() {
        try (Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE query LIKE 'COPY part_rows%' AND datname = current_database()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long stored() {
        return queries.census(bank).transactions();
    }

    private static List<LoadReceipt> together(int count, IntFunction<Callable<LoadReceipt>> load) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<LoadReceipt>> futures = IntStream.range(0, count)
                    .mapToObj(index -> threads.submit(() -> {
                        barrier.await();
                        return load.apply(index).call();
                    }))
                    .toList();
            List<LoadReceipt> receipts = new ArrayList<>();
            for (Future<LoadReceipt> future : futures) {
                receipts.add(future.get());
            }
            return receipts;
        }
    }
}
