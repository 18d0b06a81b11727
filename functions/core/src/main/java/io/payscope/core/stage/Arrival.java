package io.payscope.core.stage;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * That a file's content was seen under a key. Two contents under one key are two uploads, and both have their arrival;
 * two keys with one content are one upload, and the second is its alias.
 *
 * @param bankId the bank
 * @param key where the file lay
 * @param entityTag version marker of the event, or null
 * @param sequencer place of the event among those of its key, or null
 * @param uploadId names the content
 * @param winner the execution that loads or loaded it
 * @param aliasOf the key under which the content was seen first, or null if under this one
 */
public record Arrival(
        BankId bankId,
        String key,
        @Nullable String entityTag,
        @Nullable String sequencer,
        String uploadId,
        String winner,
        @Nullable String aliasOf) {}
