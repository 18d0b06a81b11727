package io.payscope.learning.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Features of the payee's past; missing without a payee. Labels count once the label delay has gone by. */
final class PayeeFeatures implements FeatureGroup {

    private static final List<FeatureDefinition> DEFINITIONS = definitionsOf();

    private static List<FeatureDefinition> definitionsOf() {
        List<FeatureDefinition> all = new ArrayList<>();
        all.add(new FeatureDefinition(
                "payee_count", "earlier transactions to the payee", "the payee's number of payments"));
        all.add(new FeatureDefinition(
                "payee_gap_seconds",
                "since the last transaction to the payee; missing without one",
                "the time since the payee's last payment"));
        for (int days : Windows.DAYS) {
            String window = "in the " + days + " x 24 h up to the label delay";
            String words = " of " + days + (days == 1 ? " day" : " days");
            all.add(new FeatureDefinition(
                    "payee_recent_" + days + "d",
                    "transactions to the payee in the " + days + " x 24 h up to now, this one included",
                    "the payee's payments" + words));
            all.add(new FeatureDefinition(
                    "payee_known_" + days + "d",
                    "transactions to the payee " + window,
                    "the payee's earlier payments" + words));
            all.add(new FeatureDefinition(
                    "payee_risk_" + days + "d",
                    "known frauds over transactions to the payee " + window + "; 0 without any",
                    "the payee's known fraud rate" + words));
        }
        all.add(new FeatureDefinition(
                "payee_fraud_since_days",
                "days since the earliest known fraud at the payee in the 30 x 24 h up to the label delay; missing"
                        + " without one",
                "how long frauds at the payee have been known"));
        all.add(new FeatureDefinition(
                "payee_fraud_last_days",
                "days since the latest known fraud there; missing likewise",
                "how recent the last known fraud at the payee is"));
        all.add(new FeatureDefinition(
                "payee_clean_run",
                "transactions to the payee from its latest known fraud to the label delay; missing likewise",
                "the payee's honest payments since its last known fraud"));
        all.add(new FeatureDefinition(
                "payee_ratio_30d",
                "amount over the mean of the payee's earlier amounts of 30 x 24 h; missing without a positive mean",
                "the amount against the payee's usual amount"));
        all.add(new FeatureDefinition(
                "payee_payers_30d",
                "different payers of the payee's earlier transactions of 30 x 24 h",
                "the payee's number of payers"));
        return List.copyOf(all);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    /** @return known frauds over transactions in a delayed window, 0 without transactions */
    static double risk(Party party, int delayed) {
        int count = party.knownCount(delayed);
        return count == 0 ? 0 : party.knownFrauds(delayed) / (double) count;
    }

    @Override
    public void compute(Moment moment, double[] target, int at) {
        Party payee = moment.payee();
        if (payee == null) {
            Arrays.fill(target, at, at + DEFINITIONS.size(), Double.NaN);
            return;
        }
        int i = at;
        target[i++] = payee.rows();
        target[i++] = payee.rows() == 0 ? Double.NaN : (moment.millis() - payee.lastMillis()) / 1000.0;
        for (int window = 0; window < Windows.DAYS.length; window++) {
            target[i++] = payee.count(window) + 1;
            target[i++] = payee.knownCount(Windows.DELAYED + window);
            target[i++] = risk(payee, Windows.DELAYED + window);
        }
        boolean frauds = payee.knownFrauds(Windows.DELAYED_MONTH) > 0;
        target[i++] = frauds ? days(moment.millis() - payee.firstFraudMillis()) : Double.NaN;
        target[i++] = frauds ? days(moment.millis() - payee.lastFraudMillis()) : Double.NaN;
        target[i++] = frauds ? payee.cleanRun() : Double.NaN;
        double mean = payee.amount(Windows.MONTH) * Amounts.UNIT / payee.count(Windows.MONTH);
        target[i++] = mean > 0 ? moment.amount() / mean : Double.NaN;
        target[i] = payee.counterparties();
    }

    private static double days(long millis) {
        return millis / (double) Windows.DAY_MILLIS;
    }
}
