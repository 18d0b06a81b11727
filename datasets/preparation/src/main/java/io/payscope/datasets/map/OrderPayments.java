package io.payscope.datasets.map;

import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
import java.io.IOException;
import java.util.Arrays;

/**
 * What was paid for each order, summed over its payments: about 100 bytes an order in memory. An order of which a
 * payment could not be read is marked, since its sum would be too small. Not thread-safe.
 */
final class OrderPayments {

    /** Decimals that sums are kept with. */
    static final int SCALE = 6;

    private static final long[] FACTORS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final String[] TYPES = {"credit_card", "boleto", "voucher", "debit_card", "not_defined"};
    private static final int ABSENT = -1;

    private final LongTable slots = new LongTable();
    private final LongTable seen = new LongTable();
    private long[] sums = new long[1024 * TYPES.length];
    private int[] counts = new int[1024];
    private int[] installments = new int[1024];
    private boolean[] unreadable = new boolean[1024];
    private final FieldReader reader = new FieldReader();
    private final MappedRow amount = new MappedRow("", 0);

    /** Reads the file whole; the table is closed afterwards. */
    static OrderPayments read(FieldTable table, Rejects rejects) throws IOException {
        OrderPayments payments = new OrderPayments();
        try (table) {
            int order = table.column("order_id");
            int sequence = table.column("payment_sequential");
            while (table.next()) {
                boolean good = table.read();
                FieldTable.Refusal refusal = table.refusal();
                if (good && !payments.isFirst(table, order, sequence)) {
                    rejects.refuseSide(
                            table.file(), table.line(), "payment_sequential", CommonRule.UNIQUE_ID.id(), "repeated");
                } else if (!good || !payments.add(table, order)) {
                    payments.spoil(table, order);
                    String rule = good ? CommonRule.AMOUNT.id() : refusal.rule();
                    rejects.refuseSide(
                            table.file(),
                            table.line(),
                            good ? "payment_value" : refusal.column(),
                            rule,
                            good ? "" : refusal.value());
                }
            }
        }
        return payments;
    }

    private boolean isFirst(FieldTable table, int order, int sequence) {
        int before = seen.size();
        seen.putIfAbsent(table.textHash(order) + (long) table.number(sequence) * 0x9e3779b97f4a7c15L, 0);
        return seen.size() > before;
    }

    private boolean add(FieldTable table, int order) {
        int value = table.column("payment_value");
        if (!reader.readAmount(table.bytes(), table.start(value), table.end(value))) {
            return false;
        }
        reader.putAmount(amount);
        int type = type(table);
        int slot = slot(table.textHash(order));
        try {
            long scaled = Math.multiplyExact(amount.unscaledAmount, FACTORS[amount.amountScale]);
            sums[slot * TYPES.length + type] = Math.addExact(sums[slot * TYPES.length + type], scaled);
        } catch (ArithmeticException e) {
            return false;
        }
        counts[slot]++;
        installments[slot] = Math.max(installments[slot], (int) table.number(table.column("payment_installments")));
        return true;
    }

    private static int type(FieldTable table) {
        String found = table.shown(table.column("payment_type"));
        int type = Arrays.asList(TYPES).indexOf(found);
        return type < 0 ? TYPES.length - 1 : type;
    }

    private void spoil(FieldTable table, int order) {
        if (table.isSplit() && !table.isMissing(order)) {
            unreadable[slot(table.textHash(order))] = true;
        }
    }

    private int slot(long hash) {
        int slot = (int) slots.putIfAbsent(hash, slots.size());
        if (slot == counts.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
            counts = Arrays.copyOf(counts, slot * 2);
            installments = Arrays.copyOf(installments, slot * 2);
            unreadable = Arrays.copyOf(unreadable, slot * 2);
        }
        return slot;
    }

    /** The order's place, or a negative number if it has no payment. */
    int find(long orderHash) {
        return (int) slots.get(orderHash, ABSENT);
    }

    boolean isUnreadable(int slot) {
        return unreadable[slot];
    }

    /** Sum of all payments, with {@link #SCALE} decimals. */
    long sum(int slot) {
        long sum = 0;
        for (int type = 0; type < TYPES.length; type++) {
            sum = Math.addExact(sum, sums[slot * TYPES.length + type]);
        }
        return sum;
    }

    /** The payment type with the largest sum. */
    String mainType(int slot) {
        int main = 0;
        for (int type = 1; type < TYPES.length; type++) {
            if (sums[slot * TYPES.length + type] > sums[slot * TYPES.length + main]) {
                main = type;
            }
        }
        return TYPES[main];
    }

    int types(int slot) {
        int types = 0;
        for (int type = 0; type < TYPES.length; type++) {
            types += sums[slot * TYPES.length + type] > 0 ? 1 : 0;
        }
        return types;
    }

    int count(int slot) {
        return counts[slot];
    }

    int installments(int slot) {
        return installments[slot];
    }
}
