package io.payscope.learning.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Features of the payment against its payer's past; missing without a payer. */
final class PayerFeatures implements FeatureGroup {

    /** Spread below which an amount is not called strange for its size: 5 % of it, about. */
    private static final double LEAST_DEVIATION = 0.05;

    private static final List<FeatureDefinition> DEFINITIONS = definitionsOf();

    private static List<FeatureDefinition> definitionsOf() {
        List<FeatureDefinition> all = new ArrayList<>();
        all.add(new FeatureDefinition(
                "payer_count", "earlier transactions of the payer", "the payer's number of payments"));
        all.add(new FeatureDefinition(
                "payer_gap_seconds",
                "since the payer's last transaction; missing without one",
                "the time since the payer's last payment"));
        for (int days : Windows.DAYS) {
            String window = "in the " + days + " x 24 h up to now, this one included";
            String words = " of " + days + (days == 1 ? " day" : " days");
            all.add(new FeatureDefinition(
                    "payer_count_" + days + "d",
                    "transactions of the payer " + window,
                    "the payer's payments" + words));
            all.add(new FeatureDefinition(
                    "payer_mean_" + days + "d",
                    "mean amount of the payer " + window,
                    "the payer's mean amount" + words));
            all.add(new FeatureDefinition(
                    "payer_sum_" + days + "d", "sum of the payer's amounts " + window, "the payer's total" + words));
        }
        all.add(new FeatureDefinition(
                "payer_ratio_30d",
                "amount over the mean of the payer's earlier amounts of 30 x 24 h; missing without a positive mean",
                "the amount against the payer's usual amount"));
        all.add(new FeatureDefinition(
                "payer_ratio_life",
                "amount over the mean of all earlier amounts of the payer; missing without a positive mean",
                "the amount against the payer's usual amount"));
        all.add(new FeatureDefinition(
                "payer_strangeness",
                "(l - m) / max(s, " + LEAST_DEVIATION + ") with l = ln(1 + amount), m and s the mean and the standard"
                        + " deviation of l over the payer's earlier transactions of 30 x 24 h; missing below two",
                "how unusual the amount is for the payer"));
        all.add(new FeatureDefinition(
                "payer_level_7d",
                "payer_mean_7d over the mean of all earlier amounts of the payer; missing without a positive mean",
                "the payer's recent amounts against earlier ones"));
        all.add(new FeatureDefinition(
                "payer_risk_30d",
                "known frauds over transactions of the payer in the 30 x 24 h up to the label delay; 0 without any",
                "the payer's known fraud rate"));
        all.add(new FeatureDefinition(
                "payer_payees_30d",
                "different payees of the payer's earlier transactions of 30 x 24 h",
                "the payer's number of payees"));
        all.add(new FeatureDefinition(
                "pair_count_30d",
                "earlier transactions of this payer to this payee in 30 x 24 h; 0: a new pair; missing without a payee",
                "how well payer and payee know each other"));
        return List.copyOf(all);
    }

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void compute(Moment moment, double[] target, int at) {
        Party payer = moment.payer();
        if (payer == null) {
            Arrays.fill(target, at, at + DEFINITIONS.size(), Double.NaN);
            return;
        }
        int i = at;
        target[i++] = payer.rows();
        target[i++] = payer.rows() == 0 ? Double.NaN : (moment.millis() - payer.lastMillis()) / 1000.0;
        double weekMean = Double.NaN;
        for (int window = 0; window < Windows.DAYS.length; window++) {
            int count = payer.count(window) + 1;
            double sum = (payer.amount(window) + moment.units()) * Amounts.UNIT;
            target[i++] = count;
            target[i++] = sum / count;
            target[i++] = sum;
            weekMean = Windows.DAYS[window] == 7 ? sum / count : weekMean;
        }
        double lifetime = payer.lifetimeMean() * Amounts.UNIT;
        double month = payer.amount(Windows.MONTH) * Amounts.UNIT / payer.count(Windows.MONTH);
        target[i++] = ratio(moment.amount(), month);
        target[i++] = ratio(moment.amount(), lifetime);
        target[i++] = strangeness(moment, payer);
        target[i++] = ratio(weekMean, lifetime);
        target[i++] = PayeeFeatures.risk(payer, Windows.DELAYED_MONTH);
        target[i++] = payer.counterparties();
        target[i] = moment.payee() == null ? Double.NaN : moment.pairRows();
    }

    private static double ratio(double amount, double mean) {
        return mean > 0 ? amount / mean : Double.NaN;
    }

    private static double strangeness(Moment moment, Party payer) {
        int count = payer.count(Windows.MONTH);
        if (count < 2) {
            return Double.NaN;
        }
        double mean = payer.logs() / (double) count;
        double variance = Math.max(0, payer.squares() / (double) count - mean * mean);
        double deviation = Math.sqrt(variance) * Party.LOG_UNIT;
        return (moment.log() - mean * Party.LOG_UNIT) / Math.max(deviation, LEAST_DEVIATION);
    }
}
