package io.payscope.apipredictions;

import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.Money;
import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.PaymentEdge;
import io.payscope.core.port.PaymentEdges;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Seeded payments over 100 days with what is hard about a past: instants that many rows share, parties that stay away
 * for months, rows without a payer or payee, amounts that end on half a unit or beyond what is summed.
 */
final class RandomBank {

    static final BankId BANK = new BankId(4);
    static final List<String> OWN = List.of("V1", "V2");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int ROWS = 5_000;

    private RandomBank() {}

    static List<CanonicalRow> rows() {
        Random random = new Random(7);
        List<CanonicalRow> rows = new ArrayList<>();
        Instant at = START;
        for (int i = 0; i < ROWS; i++) {
            if (random.nextInt(4) > 0) {
                at = at.plusMillis(random.nextInt(4_600_000));
            }
            boolean missing = random.nextInt(40) == 0;
            boolean merchant = random.nextBoolean();
            CanonicalTransaction transaction = new CanonicalTransaction(
                    BANK,
                    "t%05d".formatted((i * 7919) % 100_000),
                    at,
                    amount(random),
                    "EUR",
                    "channel" + random.nextInt(1 + i / 1_000),
                    missing ? null : "p" + party(random),
                    random.nextInt(40) == 0 ? null : "p" + party(random),
                    merchant ? PayeeKind.MERCHANT : PayeeKind.ACCOUNT,
                    Label.values()[random.nextInt(10) < 8 ? Label.LEGITIMATE.ordinal() : random.nextInt(3)],
                    LifecycleStage.SETTLED,
                    i + 1L);
            rows.add(new CanonicalRow(transaction, new double[] {random.nextGaussian(), Double.NaN}));
        }
        return rows;
    }

    /** Few parties pay often, many rarely. */
    private static int party(Random random) {
        return (int) Math.exp(random.nextDouble() * Math.log(1_500));
    }

    private static BigDecimal amount(Random random) {
        return Money.canonical(
                switch (random.nextInt(20)) {
                    case 0 ->
                        BigDecimal.valueOf(2 * random.nextInt(1_000_000) + 1L, 5)
                                .multiply(BigDecimal.valueOf(5));
                    case 1 -> new BigDecimal("20000000000.00005");
                    case 2 -> BigDecimal.valueOf(-random.nextInt(1_000_000), 5).multiply(BigDecimal.valueOf(5));
                    default -> BigDecimal.valueOf(random.nextInt(10_000_000), 2);
                });
    }

    /** Adds up edges as the graph store does. */
    static PaymentEdges edges(List<CanonicalRow> rows) {
        return (bank, from, to) -> {
            Map<String, PaymentEdge> edges = new HashMap<>();
            for (CanonicalRow row : rows) {
                CanonicalTransaction tx = row.transaction();
                if (tx.payerId() != null
                        && tx.payeeId() != null
                        && !tx.occurredAt().isBefore(from)
                        && tx.occurredAt().isBefore(to)) {
                    edges.merge(
                            tx.payerId() + ">" + tx.payeeId(),
                            new PaymentEdge(tx.payerId(), tx.payeeId(), 1, tx.label() == Label.FRAUD ? 1 : 0),
                            (a, b) -> new PaymentEdge(
                                    a.payer(), a.payee(), a.rows() + b.rows(), a.frauds() + b.frauds()));
                }
            }
            return List.copyOf(edges.values());
        };
    }
}
