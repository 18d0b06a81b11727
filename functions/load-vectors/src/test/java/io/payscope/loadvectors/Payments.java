package io.payscope.loadvectors;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Made-up transactions of bank 3. */
final class Payments {

    static final BankId BANK = new BankId(3);

    private Payments() {}

    static CanonicalTransaction of(
            String id,
            String time,
            String amount,
            @Nullable String payer,
            @Nullable String payee,
            PayeeKind kind,
            Label label) {
        return new CanonicalTransaction(
                BANK,
                id,
                Instant.parse(time),
                new BigDecimal(amount),
                "EUR",
                "transfer",
                payer,
                payee,
                kind,
                label,
                LifecycleStage.SETTLED,
                1);
    }

    /** Transactions over 40 days between 300 accounts, 30 merchants and 30 more accounts, 2 in 100 labelled fraud. */
    static List<CanonicalTransaction> random(int count, boolean withParties) {
        Random random = new Random(11);
        Instant start = Instant.parse("2017-11-01T00:00:00Z");
        List<CanonicalTransaction> transactions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double skewed = random.nextDouble() * random.nextDouble();
            boolean merchant = random.nextBoolean();
            transactions.add(of(
                    "T" + i,
                    start.plus((long) (40 * 24 * 60 * random.nextDouble()), ChronoUnit.MINUTES)
                            .toString(),
                    (1 + random.nextInt(100_000)) + ".25",
                    withParties ? "C" + (int) (300 * skewed) : null,
                    withParties ? (merchant ? "M" : "D") + (int) (30 * skewed) : null,
                    merchant ? PayeeKind.MERCHANT : PayeeKind.ACCOUNT,
                    random.nextInt(50) == 0 ? Label.FRAUD : Label.LEGITIMATE));
        }
        return transactions;
    }
}
