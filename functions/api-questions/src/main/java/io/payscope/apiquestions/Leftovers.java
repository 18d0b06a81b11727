package io.payscope.apiquestions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of the vocabulary that narrow or turn a question. One that no period, measure or name has used up would be
 * passed over, and another question answered.
 */
final class Leftovers {

    private static final Pattern THIS_BANK = Pattern.compile("\\bthis (?:bank|data)\\b");
    private static final Pattern TURNING =
            Pattern.compile("\\b(?:this|last|past|next|per|each|until|till|up|during|period|date|hour|days?"
                    + "|weeks?|months?|quarters?|years?|highest|biggest|largest|greatest|worst|lowest|smallest|top|most"
                    + "|busiest|peak|distinct|different|unique|share|proportion|rate|ratio|percentage|under|size)\\b");
    private static final Pattern KINDS = Pattern.compile(
            "\\b(?:accounts?|merchants?|channels?|payers?|payees?|receivers?|recipients?|kind|sort)\\b");

    private Leftovers() {}

    /**
     * Looks for such a word.
     *
     * @param rest of a question, in words of the vocabulary, without what was used up
     * @param named whether the question names a channel or party, which words such as "account" go with
     */
    static Optional<String> in(String rest, boolean named) {
        String words = THIS_BANK.matcher(rest).replaceAll(" ");
        return first(TURNING, words).or(() -> named ? Optional.empty() : first(KINDS, words));
    }

    private static Optional<String> first(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
