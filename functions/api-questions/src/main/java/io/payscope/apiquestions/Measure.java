package io.payscope.apiquestions;

import java.util.regex.Pattern;

/** What can be measured, with the words that ask for it; the more special measures come first. */
enum Measure {
    FRAUD_RATE(
            "fraud rate",
            "fraud\\w* (rate|share|percentage|ratio|proportion)"
                    + "|(rate|share|percentage|proportion)( \\w+){0,5}? fraud\\w*"),
    LARGEST_FRAUD(
            "largest fraud",
            "(largest|biggest|highest|greatest|worst)( \\w+){0,2}? fraud\\w*"
                    + "( transaction| payment| case| amount)?"),
    FRAUD_AMOUNT(
            "fraud amount",
            "fraud\\w* (amount|volume|value|loss|losses|money|sum)|(amount|value|money|volume|sum|losses|how much)("
                    + " \\w+){0,4}? fraud\\w*( transactions| payments)?|lost to fraud"),
    FRAUD_COUNT(
            "fraud count",
            "((how many|number of|count of)( \\w+){0,3}? )?fraud\\w*" + "( transactions| payments| cases| count)?"),
    BUSIEST_HOUR("busiest hour", "(busiest|peak|most active) hour|(which|what) hour( \\w+){0,3}? most( \\w+)?"),
    BUSIEST_DAY(
            "busiest day", "(busiest|peak|most active) (day|date)|(which|what) (day|date)( \\w+){0,3}? most( \\w+)?"),
    TOP_MERCHANTS(
            "top merchants",
            "(top|biggest|largest|busiest|most active|main)( \\d+)? merchants?"
                    + "|(which|what) merchants?( \\w+){0,3}? most( payments| transactions)?|merchants? with the most"
                    + "( payments| transactions)?"),
    TOP_PAYERS(
            "top payers",
            "(top|biggest|largest|busiest|most active|main)( \\d+)? (paying )?(accounts?|payers?)"
                    + "|(which|what|who) (accounts?|payers?)?( \\w+){0,3}? ?most( payments| transactions)?"),
    TOP_CHANNELS(
            "top channels",
            "(top|biggest|largest|busiest|most active|main)( \\d+)? channels?"
                    + "|(which|what) channels?( \\w+){0,3}? most( payments| transactions)?"),
    PAYERS("distinct payers", "(distinct|different|unique|many)( \\w+)? (payers|paying accounts)"),
    PAYEES("distinct payees", "(distinct|different|unique|many)( \\w+)? (payees|receivers|recipients)"),
    AVERAGE(
            "average amount",
            "(average|mean|typical)( \\w+){0,2}? (amount|payment|transaction|value|size)"
                    + "( \\w+)? ?(amount|value|size)?|average|mean"),
    COUNT(
            "transaction count",
            "(how many|number of|count of|total number of)( \\w+){0,2}? (transactions|payments)"
                    + "|(transaction|payment) (count|number)|count"),
    AMOUNT("total amount", "how much|amount|volume|value|turnover|sum|money|spent");

    private final String title;
    private final Pattern words;

    Measure(String title, String words) {
        this.title = title;
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    /** @return its name in an answer */
    String title() {
        return title;
    }

    /** @return whether it orders groups by their transactions */
    boolean ranks() {
        return switch (this) {
            case BUSIEST_HOUR, BUSIEST_DAY, TOP_MERCHANTS, TOP_PAYERS, TOP_CHANNELS -> true;
            default -> false;
        };
    }

    /** @return whether it says something about frauds, which only labelled transactions do */
    boolean needsLabels() {
        return switch (this) {
            case FRAUD_RATE, LARGEST_FRAUD, FRAUD_AMOUNT, FRAUD_COUNT -> true;
            default -> false;
        };
    }

    Pattern words() {
        return words;
    }
}
