package io.payscope.core.registry;

/**
 * A version of a model, proven by the hash of its card, which in turn names the hash of the model.
 *
 * @param version name of the folder that it lies in
 * @param cardKey key of its card
 * @param cardSha256 of the card, lower-case hex
 */
public record RegisteredModel(String version, String cardKey, String cardSha256) {}
