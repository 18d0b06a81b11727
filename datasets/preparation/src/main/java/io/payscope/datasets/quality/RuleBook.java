package io.payscope.datasets.quality;

import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RuleSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each rule means, in words. The words of a catalog rule are made from the rule, so that they cannot say something
 * else.
 *
 * @param meanings by rule id
 */
public record RuleBook(Map<String, String> meanings) {

    public RuleBook {
        meanings = Map.copyOf(meanings);
    }

    /** @return every rule that can refuse a row of a bank, in its raw schema or in the canonical form */
    public static RuleBook of(BankEntry entry) {
        Map<String, String> meanings = new TreeMap<>();
        for (CommonRule rule : CommonRule.values()) {
            meanings.put(rule.id(), rule.meaning());
        }
        List<RuleSpec> rules = entry.rules();
        rules.forEach(rule -> meanings.merge(rule.id(), words(rule), (a, b) -> a + " " + b));
        CanonicalRules.all().forEach(rule -> meanings.putIfAbsent(rule.id(), words(rule)));
        return new RuleBook(meanings);
    }

    /** @return what a row must be to pass a rule */
    public String meaning(String rule) {
        return meanings.getOrDefault(rule, "A rule of another version of the catalog.");
    }

    private static String words(RuleSpec rule) {
        String is = "'" + rule.column() + "' is ";
        if (rule.values() != null) {
            return is + "one of " + String.join(", ", rule.values()) + ".";
        }
        if (rule.minimum() != null && rule.maximum() != null) {
            return is + "from " + plain(rule.minimum()) + " to " + plain(rule.maximum()) + ".";
        }
        if (rule.minimum() != null) {
            return is + "at least " + plain(rule.minimum()) + ".";
        }
        return rule.maximum() == null ? is + "anything." : is + "at most " + plain(rule.maximum()) + ".";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
