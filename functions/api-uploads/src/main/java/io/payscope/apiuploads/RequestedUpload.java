package io.payscope.apiuploads;

import io.payscope.core.model.BankId;
import java.time.Instant;

/**
 * That a place for a file was given out.
 *
 * @param bankId the bank
 * @param id by which its caller asks for it
 * @param key where the file will lie
 * @param requestedAt when
 * @param expiresAt when the link is refused
 */
public record RequestedUpload(BankId bankId, String id, String key, Instant requestedAt, Instant expiresAt) {}
