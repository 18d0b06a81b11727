package io.payscope.apiquestions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * A question with its true answer.
 *
 * @param text as somebody at a bank would ask it
 * @param intent what is wanted
 * @param figures every figure of the answer, in any order
 * @param documents that bear on it
 */
record KnownQuestion(String text, Intent intent, List<Expected> figures, Set<String> documents) {

    KnownQuestion {
        figures = List.copyOf(figures);
        documents = Set.copyOf(documents);
    }

    /**
     * A true figure.
     *
     * @param name what it is
     * @param subject whom it is about, or empty
     * @param value exact
     */
    record Expected(String name, String subject, BigDecimal value) {

        boolean is(Figure figure) {
            return name.equals(figure.name())
                    && subject.equals(figure.subject())
                    && value.compareTo(figure.value()) == 0;
        }
    }

    /** The share of the documents, five at most, that are among the first five cited. */
    double recallAt5(List<Cited> cited) {
        long found = cited.stream()
                .limit(5)
                .map(Cited::id)
                .filter(documents::contains)
                .count();
        return found / (double) Math.min(5, documents.size());
    }

    /** Whether the answer has these figures and no others. */
    boolean isExact(List<Figure> answered) {
        return answered.size() == figures.size()
                && figures.stream().allMatch(expected -> answered.stream().anyMatch(expected::is));
    }
}
