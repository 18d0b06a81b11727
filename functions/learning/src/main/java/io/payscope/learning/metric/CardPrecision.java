package io.payscope.learning.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many of the cards that can be checked in a day are compromised: the Handbook's card precision at k (chapter 4,
 * "Precision top-k metrics"). A card counts with its highest score of the day; compromised is a card with a fraud on the
 * day; a card that was found is not checked again on a later day.
 *
 * @param byDay share of compromised cards among the k checked, in the order of the days
 */
public record CardPrecision(List<Double> byDay) {

    public CardPrecision {
        byDay = List.copyOf(byDay);
    }

    /**
     * Counts.
     *
     * @param scores higher is more suspicious
     * @param labels true for fraud, one a score
     * @param cards number of the card, one a score
     * @param days number of the day, one a score
     * @param k cards checked in a day; fewer cards leave checks unused, and they count as misses
     */
    public static CardPrecision of(double[] scores, boolean[] labels, int[] cards, int[] days, int k) {
        TreeMap<Integer, Map<Integer, Card>> byDay = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            byDay.computeIfAbsent(days[i], _ -> new HashMap<>())
                    .merge(cards[i], new Card(cards[i], scores[i], labels[i]), Card::with);
        }
        Set<Integer> found = new HashSet<>();
        List<Double> precisions = new ArrayList<>();
        for (Map<Integer, Card> today : byDay.values()) {
            Card[] suspects = today.values().stream()
                    .filter(card -> !found.contains(card.number))
                    .sorted(Comparator.comparingDouble(Card::score).reversed().thenComparingInt(Card::number))
                    .limit(k)
                    .filter(Card::compromised)
                    .toArray(Card[]::new);
            Arrays.stream(suspects).forEach(card -> found.add(card.number));
            precisions.add(suspects.length / (double) k);
        }
        return new CardPrecision(precisions);
    }

    /** @return mean over the days; 0 without any */
    public double mean() {
        return byDay.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private record Card(int number, double score, boolean compromised) {

        private Card with(Card other) {
            return new Card(number, Math.max(score, other.score), compromised || other.compromised);
        }
    }
}
