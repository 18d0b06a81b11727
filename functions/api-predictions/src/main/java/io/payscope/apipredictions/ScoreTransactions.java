package io.payscope.apipredictions;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.PaymentHistory;
import io.payscope.core.port.PaymentPast;
import io.payscope.http.Limits;
import io.payscope.http.Refusal;
import io.payscope.learning.feature.PaymentGraph;
import io.payscope.learning.feature.PointFeatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores payments of one bank by its model in use. While the ledger holds the rows of the training and no others, a
 * payment among them scores as it did when the model was trained, bit for bit. Payments of one request do not count for each other. Thread-safe.
 */
public final class ScoreTransactions {

    /** Payments in one request. */
    public static final int MOST = 1_000;

    /** Days on which the payments of one request may lie: each has a graph of its own to read. */
    static final int MOST_DAYS = 31;

    private static final int MOST_REASONS = 3;

    private final FraudModels models;
    private final PaymentHistory history;
    private final GraphSnapshots graphs;

    public ScoreTransactions(FraudModels models, PaymentHistory history, GraphSnapshots graphs) {
        this.models = models;
        this.history = history;
        this.graphs = graphs;
    }

    /**
     * Scores.
     *
     * @param bank whose model and history count
     * @param payments 1 to 1,000
     * @throws Refusal 413 or 422 if there are more or none, 422 if they lie on more than {@value #MOST_DAYS} days or one
     *     has a feature that the model does not know, 404 if the bank has no model
     * @throws DataFault if one is of another bank
     */
    public PaymentScores score(BankId bank, List<PaymentToScore> payments) {
        Limits.batch(payments, MOST, "transactions");
        LoadedFraudModel model = models.of(bank);
        Map<Instant, List<Integer>> days = days(model, payments);
        PaymentScore[] scores = new PaymentScore[payments.size()];
        days.forEach((midnight, places) -> {
            PaymentGraph graph = graphs.at(bank, midnight);
            places.forEach(i -> scores[i] = score(bank, model, payments.get(i), graph));
        });
        return new PaymentScores(bank, model.model().card().version(), List.of(scores));
    }

    /** Places of the payments by the midnight of their graph, so that each graph is read once. */
    private static Map<Instant, List<Integer>> days(LoadedFraudModel model, List<PaymentToScore> payments) {
        Map<Instant, List<Integer>> days = new TreeMap<>();
        for (int i = 0; i < payments.size(); i++) {
            Instant midnight =
                    model.features().graphAt(payments.get(i).transaction().occurredAt());
            days.computeIfAbsent(midnight, _ -> new ArrayList<>()).add(i);
        }
        if (days.size() > MOST_DAYS) {
            throw new Refusal(
                    422, "transactions: expected payments of at most " + MOST_DAYS + " days, found " + days.size());
        }
        return days;
    }

    private PaymentScore score(BankId bank, LoadedFraudModel loaded, PaymentToScore payment, PaymentGraph graph) {
        double[] features = features(bank, loaded, payment, graph);
        double probability = loaded.model().score(features);
        return new PaymentScore(
                payment.transaction().transactionId(),
                probability,
                loaded.model().flags(probability) ? PaymentScore.Decision.REVIEW : PaymentScore.Decision.PASS,
                loaded.reasons().strongest(loaded.model().contributions(features), MOST_REASONS));
    }

    /** The features of a payment, in the order of the model. */
    double[] features(BankId bank, LoadedFraudModel loaded, PaymentToScore payment, PaymentGraph graph) {
        CanonicalTransaction transaction = payment.transaction();
        if (!transaction.bankId().equals(bank)) {
            throw new DataFault("transaction " + transaction.transactionId() + ": expected bank " + bank
                    + ", found bank " + transaction.bankId());
        }
        CanonicalRow row =
                new CanonicalRow(transaction, loaded.ordered(transaction.transactionId(), payment.features()));
        PointFeatures features = loaded.features();
        PaymentPast past =
                history.before(transaction, features.historyFrom(transaction.occurredAt()), PointFeatures.MOST_ROWS);
        return features.of(row, past, graph);
    }
}
