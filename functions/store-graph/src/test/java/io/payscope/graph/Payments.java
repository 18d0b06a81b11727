package io.payscope.graph;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Payments for tests. */
final class Payments {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Payments() {}

    static CanonicalTransaction payment(
            BankId bank, String id, @Nullable String payer, @Nullable String payee, PayeeKind kind) {
        return new CanonicalTransaction(
                bank,
                id,
                START.plusSeconds(60L * Math.floorMod(id.hashCode(), 1_000)),
                new BigDecimal("12.3400"),
                "EUR",
                "transfer",
                payer,
                payee,
                kind,
                Label.LEGITIMATE,
                LifecycleStage.values()[0],
                1);
    }

    /** So many payments between a tenth as many accounts and merchants; ids begin with the prefix. */
    static List<CanonicalTransaction> many(BankId bank, String prefix, int count) {
        Random random = new Random(42);
        int parties = Math.max(2, count / 10);
        List<CanonicalTransaction> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            PayeeKind kind = PayeeKind.values()[random.nextInt(PayeeKind.values().length)];
            rows.add(payment(bank, prefix + i, "a" + random.nextInt(parties), "p" + random.nextInt(parties), kind));
        }
        return rows;
    }

    static PartRef part(int index, List<CanonicalTransaction> rows) {
        return new PartRef(index, "bucket", "parts/part-%05d.csv.gz".formatted(index), "unused", rows.size());
    }
}
