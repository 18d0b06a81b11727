package io.payscope.learning.feature;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.port.PartyPast;
import io.payscope.core.port.PaymentPast;
import java.time.Duration;
import java.time.Instant;
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
        this(labelDelay, List.of());
    }

    /** @param channels in the order of their numbers */
    History(Duration labelDelay, List<String> channels) {
        this.windows = new Windows(labelDelay);
        channels.forEach(channel -> this.channels.put(channel, this.channels.size()));
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
        long snapshot = windows.snapshot(now);
        if (snapshot > graph.at() && !payersByIndex.isEmpty() && !payees.isEmpty()) {
            graph = GraphSnapshot.of(payersByIndex, payees.size(), snapshot);
        }
        return moment(tx, payer, payee, graph, payer == null ? -1 : payer.index(), payee == null ? -1 : payee.index());
    }

    /** Brings what is known of one payment's parties, and of nothing else, up to its time. */
    Moment at(CanonicalTransaction tx, PaymentPast past, PaymentGraph snapshot) {
        long now = tx.occurredAt().toEpochMilli();
        Party payer = payer(tx.payerId());
        Party payee = payee(tx.payeeId());
        if (payer != null) {
            begin(payer, past.payer());
            for (CanonicalTransaction row : past.payer().recent()) {
                Party other = payee(row.payeeId());
                append(payer, row, other, payerSide);
            }
            payer.advance(now, payerSide);
        }
        if (payee != null) {
            begin(payee, past.payee());
            for (CanonicalTransaction row : past.payee().recent()) {
                Party other = payer(row.payerId());
                append(payee, row, other, payeeSide);
            }
            payee.advance(now, payeeSide);
        }
        return moment(tx, payer, payee, snapshot.numbers(), snapshot.payer(tx.payerId()), snapshot.payee(tx.payeeId()));
    }

    private static void begin(Party party, PartyPast past) {
        Instant last = past.earlierLast();
        party.begin(Math.toIntExact(past.earlierRows()), past.earlierUnits(), last == null ? 0 : last.toEpochMilli());
    }

    private static void append(Party party, CanonicalTransaction row, @Nullable Party other, Pairs.Side side) {
        party.append(
                row.occurredAt().toEpochMilli(),
                Amounts.units(row.amount()),
                Amounts.logUnits(Amounts.log(row.amount().doubleValue())),
                other == null ? -1 : other.index(),
                row.transactionId().hashCode(),
                row.label() == Label.FRAUD,
                side);
    }

    private Moment moment(
            CanonicalTransaction tx,
            @Nullable Party payer,
            @Nullable Party payee,
            GraphSnapshot snapshot,
            int graphPayer,
            int graphPayee) {
        double amount = tx.amount().doubleValue();
        return new Moment(
                tx,
                tx.occurredAt().toEpochMilli(),
                amount,
                Amounts.units(tx.amount()),
                Amounts.log(amount),
                channels.computeIfAbsent(tx.channel(), _ -> channels.size()),
                payer,
                payee,
                payer == null || payee == null ? 0 : pairs.count(payer.index(), payee.index()),
                snapshot,
                graphPayer,
                graphPayee);
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
