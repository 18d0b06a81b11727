package io.payscope.learning.card;

import java.util.Map;

/**
 * What a model was made from and with.
 *
 * @param manifestSha256 of the identity of the dataset that it learned from
 * @param inputSha256 of everything that the model depends on: dataset, other data, seed, algorithm version
 * @param seed of everything random in training
 * @param algorithmVersion of our training code; raised when the same input would give another model
 * @param libraries versions by name
 */
public record Origin(
        String manifestSha256, String inputSha256, long seed, String algorithmVersion, Map<String, String> libraries) {

    public Origin {
        libraries = Map.copyOf(libraries);
    }
}
