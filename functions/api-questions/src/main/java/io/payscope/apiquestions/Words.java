package io.payscope.apiquestions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that a question may be made of. A longer word may have one letter wrong. */
final class Words {

    private static final int SHORTEST_CORRECTED = 5;

    private static final Set<String> KNOWN = new TreeSet<>(List.of(("""
        a about account accounts active all amount an and any are at average bank be been between biggest busiest by
        can case cases change channel channels compare compared count counted data date day days decrease decreased
        describe did difference different distinct do does drop drops during each fall fell find for forecast fraud
        frauds fraudulent from fell give given greatest grow grew had happened has have hello hey hi highest hour how
        i if in increase increased is it its know labelled largest last list loss losses lost made main make many
        marked me mean merchant merchants money month more most much my next number of on or our out over overall
        overview paid past pay payee payees payer payers paying payment payments peak per percent percentage period
        please predict predicted predict prediction profile projected proportion quarter rate ratio receive received
        receivers recipients report rise rises rose say see seen sent share should show size spent sum summarise
        summarize summary tell than that the their them there these this those through to tomorrow top total transaction
        transactions transferred turnover typical unique until up us value versus via volume vs want was we week were
        what when whether which who whole will with worst would year you expect expected forecasted went under happen
        accurate accuracy good model models serves trained used version
        as well sort kind flagged recorded processed entire complete altogether exactly roughly could i'd like
        """).strip().split("\\s+")));

    private Words() {}

    /** @return whether it is a word of the vocabulary as it stands */
    static boolean knows(String word) {
        return KNOWN.contains(word);
    }

    /** @return the word of the vocabulary that is meant; empty if there is none, or more than one */
    static Optional<String> correct(String word) {
        if (KNOWN.contains(word)) {
            return Optional.of(word);
        }
        if (word.length() < SHORTEST_CORRECTED) {
            return Optional.empty();
        }
        List<String> near = KNOWN.stream()
                .filter(known -> known.length() > 3 && isNear(word, known))
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** @return whether one letter is missing, too many or another, or two neighbours are swapped */
    private static boolean isNear(String word, String known) {
        int same = Math.max(0, Arrays.mismatch(word.toCharArray(), known.toCharArray()));
        String left = word.substring(same);
        String right = known.substring(same);
        return tail(left, 1).equals(tail(right, 1))
                || tail(left, 1).equals(right)
                || left.equals(tail(right, 1))
                || (left.length() > 1
                        && right.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && tail(left, 2).equals(tail(right, 2)));
    }

    private static String tail(String text, int from) {
        return text.length() < from ? "" : text.substring(from);
    }
}
