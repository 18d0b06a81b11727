package io.payscope.graph;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Consecutive rows of a part that are written in one transaction.
 *
 * @param rows the rows, in the order of the part
 */
record GraphBatch(List<CanonicalTransaction> rows) {

    /** Takes the next rows, at most {@code limit}. */
    static GraphBatch next(BankId bank, Iterator<CanonicalTransaction> rows, int limit) {
        List<CanonicalTransaction> taken = new ArrayList<>(limit);
        while (taken.size() < limit && rows.hasNext()) {
            CanonicalTransaction row = rows.next();
            if (!row.bankId().equals(bank)) {
                throw new DataFault(
                        "source row " + row.sourceRow() + ": expected bank " + bank + ", found bank " + row.bankId());
            }
            taken.add(row);
        }
        return new GraphBatch(taken);
    }

    List<String> transactionIds() {
        return rows.stream().map(CanonicalTransaction::transactionId).toList();
    }

    /** The rows that are not there yet; of rows that share an id, the first. */
    GraphBatch without(Set<String> present) {
        Set<String> seen = new HashSet<>(present);
        return new GraphBatch(
                rows.stream().filter(row -> seen.add(row.transactionId())).toList());
    }

    /** Ids of the accounts that pay or are paid, sorted: who locks in one order does not deadlock. */
    SortedSet<String> accounts() {
        SortedSet<String> ids = new TreeSet<>();
        for (CanonicalTransaction row : rows) {
            if (row.payerId() != null) {
                ids.add(row.payerId());
            }
            if (row.payeeId() != null && PaymentShape.of(row).payee() == PaymentShape.Payee.ACCOUNT) {
                ids.add(row.payeeId());
            }
        }
        return ids;
    }

    /** Ids of the merchants that are paid, sorted. */
    SortedSet<String> merchants() {
        SortedSet<String> ids = new TreeSet<>();
        for (CanonicalTransaction row : rows) {
            if (row.payeeId() != null && PaymentShape.of(row).payee() == PaymentShape.Payee.MERCHANT) {
                ids.add(row.payeeId());
            }
        }
        return ids;
    }

    /** The rows as parameters of {@link PaymentShape#cypher}, by shape. */
    Map<PaymentShape, List<List<Object>>> byShape() {
        Map<PaymentShape, List<List<Object>>> shapes = new HashMap<>();
        for (CanonicalTransaction row : rows) {
            shapes.computeIfAbsent(PaymentShape.of(row), _ -> new ArrayList<>()).add(row(row));
        }
        return shapes;
    }

    private static List<Object> row(CanonicalTransaction row) {
        return Arrays.asList(
                row.transactionId(),
                row.occurredAt().atOffset(ZoneOffset.UTC),
                row.amount().doubleValue(),
                row.amount().toPlainString(),
                row.label().name(),
                row.payerId(),
                row.payeeId());
    }
}
