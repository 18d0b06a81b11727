package io.payscope.learning.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The 15 features of the Fraud Detection Handbook (Le Borgne, Siblini, Lebichot, Bontempi 2022, chapter 3, "Baseline
 * feature transformation"), under its names and ours. Customers are payers, terminals payees; the label delay is 7 days.
 */
public final class BookFeatures {

    /** Our name of each, by the book's name, in the book's order. */
    public static final Map<String, String> NAMES = names();

    private BookFeatures() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("TX_AMOUNT", "tx_amount");
        names.put("TX_DURING_WEEKEND", "tx_weekend");
        names.put("TX_DURING_NIGHT", "tx_night");
        for (int days : Windows.DAYS) {
            names.put("CUSTOMER_ID_NB_TX_" + days + "DAY_WINDOW", "payer_count_" + days + "d");
            names.put("CUSTOMER_ID_AVG_AMOUNT_" + days + "DAY_WINDOW", "payer_mean_" + days + "d");
        }
        for (int days : Windows.DAYS) {
            names.put("TERMINAL_ID_NB_TX_" + days + "DAY_WINDOW", "payee_known_" + days + "d");
            names.put("TERMINAL_ID_RISK_" + days + "DAY_WINDOW", "payee_risk_" + days + "d");
        }
        return Collections.unmodifiableMap(names);
    }

    /** @return where the 15 lie among features, in the book's order */
    public static List<Integer> indexes(List<String> features) {
        List<Integer> indexes = new ArrayList<>();
        NAMES.values().forEach(name -> indexes.add(features.indexOf(name)));
        return List.copyOf(indexes);
    }
}
