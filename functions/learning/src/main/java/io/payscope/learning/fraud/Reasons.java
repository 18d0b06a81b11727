package io.payscope.learning.fraud;

import io.payscope.learning.feature.FeatureDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says in words why a payment scores as it does. */
public final class Reasons {

    private final List<FeatureDefinition> features;

    /** @param features in the order of the model */
    public Reasons(List<FeatureDefinition> features) {
        this.features = List.copyOf(features);
    }

    /**
     * Names what raises a score most. Features that are called by the same words count together.
     *
     * @param contributions one a feature; what follows them is ignored
     * @param most reasons at most
     * @return the strongest first; none that lowers the score
     */
    public List<Reason> strongest(double[] contributions, int most) {
        List<Reason> all = new ArrayList<>();
        features.stream().map(FeatureDefinition::words).distinct().forEach(words -> {
            int[] same = IntStream.range(0, features.size())
                    .filter(i -> features.get(i).words().equals(words))
                    .toArray();
            double sum = 0;
            int strongest = same[0];
            for (int i : same) {
                sum += contributions[i];
                strongest = contributions[i] > contributions[strongest] ? i : strongest;
            }
            if (sum > 0) {
                all.add(new Reason(features.get(strongest).name(), words + " raises the risk", sum));
            }
        });
        return all.stream()
                .sorted(Comparator.comparingDouble(Reason::logOdds).reversed())
                .limit(most)
                .toList();
    }

    /**
     * One reason.
     *
     * @param code name of the feature
     * @param words for people
     * @param logOdds what it adds
     */
    public record Reason(String code, String words, double logOdds) {}
}
