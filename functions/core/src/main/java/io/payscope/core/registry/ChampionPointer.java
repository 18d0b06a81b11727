package io.payscope.core.registry;

/**
 * A shortcut to the model that serves. The log decides: where the two differ, the pointer is behind.
 *
 * @param number of the entry that it follows
 * @param entrySha256 of that entry as stored
 * @param champion the model that serves
 */
public record ChampionPointer(int number, String entrySha256, RegisteredModel champion) {}
