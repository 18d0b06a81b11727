package io.payscope.ledger;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Seeded payments: transaction {@code n} of a bank is the same in every test. */
final class Payments {

    private static final Instant START = Instant.parse("2024-03-30T00:00:00Z");
    private static final int SECONDS_APART = 97;

    private Payments() {}

    static CanonicalTransaction payment(BankId bank, long n) {
        SplittableRandom random = new SplittableRandom(31L * bank.value() + n);
        boolean merchant = random.nextInt(4) > 0;
        return new CanonicalTransaction(
                bank,
                "t%09d".formatted(n),
                START.plusSeconds(n * SECONDS_APART),
                BigDecimal.valueOf(random.nextLong(1, 1_000_000), 2),
                "EUR",
                merchant ? "card" : "transfer",
                "a" + random.nextInt(500),
                (merchant ? "m" : "a") + random.nextInt(200),
                merchant ? PayeeKind.MERCHANT : PayeeKind.ACCOUNT,
                random.nextInt(50) == 0 ? Label.FRAUD : Label.LEGITIMATE,
                LifecycleStage.SETTLED,
                n + 1);
    }

    static Iterator<CanonicalTransaction> rows(BankId bank, long from, long to) {
        return LongStream.range(from, to).mapToObj(n -> payment(bank, n)).iterator();
    }

    static List<CanonicalTransaction> list(BankId bank, long from, long to) {
        return LongStream.range(from, to).mapToObj(n -> payment(bank, n)).toList();
    }

    static PartRef part(int index, long rows) {
        return new PartRef(index, "bucket", "parts/part-%05d.csv.gz".formatted(index), "sha-" + index, rows);
    }
}
