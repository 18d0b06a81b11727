package io.payscope.learning.feature;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is remembered of a bank's past payments. */
final class History {

    private final Windows windows;
    private final Map<String, Integer> channels = new LinkedHashMap<>();
    private final Map<String, Party> payers = new HashMap<>();
    private final Map<String, Party> payees = new HashMap<>();
    private final List<Party> payersByIndex = new ArrayList<>();
    private final Pairs pairs = new Pairs();
    private final Pairs.Side payerSide = pairs.payers();
    private final Pairs.Side payeeSide = pairs.payees();
    private GraphSnapshot graph = GraphSnapshot.empty();

    History(Duration labelDelay) {
        this.windows = new Windows(labelDelay);
    }

    List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    /** Brings what is known up to a payment's time. */
    Moment at(CanonicalTransaction tx) {
        long now = tx.occurredAt().toEpochMilli();
        Party payer = payer(tx.payerId());
        Party payee = payee(tx.payeeId());
        if (payer != null) {
            payer.advance(now, payerSide);
        }
        if (payee != null) {
            payee.advance(now, payeeSide);
        }
        // Whole days, and not days since the first row: the snapshot that a row sees depends on its time alone.
        long snapshot = Math.floorDiv(now - windows.delayMillis(), Windows.DAY_MILLIS) * Windows.DAY_MILLIS;
        if (snapshot > graph.at() && !payersByIndex.isEmpty() && !payees.isEmpty()) {
            graph = GraphSnapshot.of(payersByIndex, payees.size(), snapshot);
        }
        double amount = tx.amount().doubleValue();
        return new Moment(
                tx,
                now,
                amount,
                Amounts.units(tx.amount()),
                Amounts.log(amount),
                channels.computeIfAbsent(tx.channel(), _ -> channels.size()),
                payer,
                payee,
                payer == null || payee == null ? 0 : pairs.count(payer.index(), payee.index()),
                graph);
    }

    /** Remembers a payment. */
    void add(Moment moment) {
        Party payer = moment.payer();
        Party payee = moment.payee();
        boolean fraud = moment.transaction().label() == Label.FRAUD;
        int idHash = moment.transaction().transactionId().hashCode();
        long log = Amounts.logUnits(moment.log());
        if (payer != null) {
            int other = payee == null ? -1 : payee.index();
            payer.append(moment.millis(), moment.units(), log, other, idHash, fraud, payerSide);
        }
        if (payee != null) {
            int other = payer == null ? -1 : payer.index();
            payee.append(moment.millis(), moment.units(), log, other, idHash, fraud, payeeSide);
        }
    }

    /** Learns that a remembered payment was fraud. */
    void learn(CanonicalTransaction fraud) {
        long time = fraud.occurredAt().toEpochMilli();
        int idHash = fraud.transactionId().hashCode();
        Party payer = fraud.payerId() == null ? null : payers.get(fraud.payerId());
        Party payee = fraud.payeeId() == null ? null : payees.get(fraud.payeeId());
        if (payer != null) {
            payer.learn(time, idHash);
        }
        if (payee != null) {
            payee.learn(time, idHash);
        }
    }

    private @Nullable Party payer(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Party known = payers.get(id);
        if (known == null) {
            known = new Party(payers.size(), windows);
            payers.put(id, known);
            payersByIndex.add(known);
        }
        return known;
    }

    private @Nullable Party payee(@Nullable String id) {
        return id == null ? null : payees.computeIfAbsent(id, _ -> new Party(payees.size(), windows));
    }
}
