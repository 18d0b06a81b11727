package io.payscope.apiadmin;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs that somebody asked for a bank to be erased, so that the second call can show it: {@code EXPIRY.SIGNATURE},
 * HMAC-SHA256 over bank, principal and expiry. Nothing is kept, so an erasure that was cut short can be gone on with by
 * the same confirmation until it expires.
 */
final class Confirmations {

    /** Long enough to erase a large bank in several calls, short enough not to be found lying about. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY = 32;
    private static final int MAX_EXPIRY_DIGITS = 12;

    private final SecretKeySpec key;
    private final InstantSource clock;

    Confirmations(byte[] key, InstantSource clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /**
     * A confirmation.
     *
     * @param token to be sent in the second call
     * @param expiresAt until when it is good
     */
    record Confirmation(String token, Instant expiresAt) {}

    /** With a key of this process alone where none is set: fine where one process answers both calls. */
    static Confirmations from(Settings settings) {
        String configured = settings.get(Setting.CONFIRMATION_KEY);
        if (configured.isEmpty()) {
            byte[] random = new byte[MIN_KEY];
            new SecureRandom().nextBytes(random);
            return new Confirmations(random, InstantSource.system());
        }
        if (configured.length() < MIN_KEY) {
            throw new ConfigFault(
                    Setting.CONFIRMATION_KEY.variable() + ": expected " + MIN_KEY + " characters or more");
        }
        return new Confirmations(configured.getBytes(StandardCharsets.UTF_8), InstantSource.system());
    }

    Confirmation issue(BankId bank, String principal) {
        Instant expiry = Instant.ofEpochSecond(clock.instant().plus(LIFETIME).getEpochSecond());
        return new Confirmation(
                expiry.getEpochSecond() + "." + signature(bank, principal, expiry.getEpochSecond()), expiry);
    }

    /** Whether a token was issued for that bank and principal and is still good. */
    boolean good(String token, BankId bank, String principal) {
        int dot = token.indexOf('.');
        if (dot < 1 || dot > MAX_EXPIRY_DIGITS || !token.substring(0, dot).matches("[0-9]+")) {
            return false;
        }
        long expiry = Long.parseLong(token.substring(0, dot));
        boolean signed = MessageDigest.isEqual(
                token.substring(dot + 1).getBytes(StandardCharsets.UTF_8),
                signature(bank, principal, expiry).getBytes(StandardCharsets.UTF_8));
        return signed && clock.instant().getEpochSecond() < expiry;
    }

    private String signature(BankId bank, String principal, long expiry) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = "erase\n" + bank + "\n" + expiry + "\n" + principal;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new BugFault("every JDK has " + ALGORITHM, e);
        }
    }
}
