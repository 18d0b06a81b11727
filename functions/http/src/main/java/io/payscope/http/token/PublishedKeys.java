package io.payscope.http.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's published RSA keys of 2,048 bits and more. They are fetched when first needed, and again when they are
 * 15 minutes old or when a token names a key that is not among them; every attempt, successful or not, is at least a
 * minute after the last one for the same reason, so that nobody can make this process call out by inventing key names.
 * While the issuer does not answer, the old keys serve on for four hours; with no keys at all nothing is decided, and
 * the issuer is asked again at most every five seconds. Thread-safe.
 */
public final class PublishedKeys implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(15);
    static final Duration KEPT = Duration.ofHours(4);
    static final Duration BETWEEN_REFRESHES = Duration.ofMinutes(1);
    static final Duration BETWEEN_FIRST_FETCHES = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int MIN_BITS = 2048;
    private static final int TIMEOUT_MS = 3_000;
    private static final int MAX_BYTES = 1 << 16;

    private final URL url;
    private final InstantSource clock;
    private final DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_BYTES);
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;
    private volatile Instant nextAttempt = Instant.MIN;

    private PublishedKeys(URL url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
    }

    private record Snapshot(JWKSet keys, Instant fetchedAt) {

        boolean olderThan(Duration age, Instant now) {
            return now.isAfter(fetchedAt.plus(age));
        }
    }

    /** @throws ConfigFault if the URL is none */
    public static PublishedKeys at(String url) {
        return at(url, InstantSource.system());
    }

    static PublishedKeys at(String url, InstantSource clock) {
        try {
            return new PublishedKeys(URI.create(url).toURL(), clock);
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ConfigFault("the key set's URL is malformed: '" + url + "'", e);
        }
    }

    /** The keys that match, none if the issuer publishes none that do. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeysUnavailable {
        Snapshot current = usable();
        List<JWK> found = strong(selector.select(current.keys()));
        if (!found.isEmpty()) {
            return found;
        }
        Snapshot newer = refreshed(current);
        return newer.equals(current) ? List.of() : strong(selector.select(newer.keys()));
    }

    private static List<JWK> strong(List<JWK> keys) {
        return keys.stream()
                .filter(key -> key instanceof RSAKey rsa && rsa.size() >= MIN_BITS)
                .toList();
    }

    private Snapshot usable() throws KeysUnavailable {
        Snapshot current = snapshot;
        if (current != null && current.olderThan(FRESH, clock.instant())) {
            current = refreshed(current);
        }
        if (current != null && !current.olderThan(KEPT, clock.instant())) {
            return current;
        }
        return first();
    }

    private Snapshot first() throws KeysUnavailable {
        fetching.lock();
        try {
            Snapshot current = snapshot;
            Instant now = clock.instant();
            if (current != null && !current.olderThan(KEPT, now)) {
                return current;
            }
            if (now.isBefore(nextAttempt)) {
                throw new KeysUnavailable("the issuer did not answer a moment ago", null);
            }
            nextAttempt = now.plus(BETWEEN_FIRST_FETCHES);
            Snapshot fetched = fetch();
            snapshot = fetched;
            nextAttempt = Instant.MIN;
            return fetched;
        } catch (IOException | ParseException e) {
            throw new KeysUnavailable("the issuer's keys cannot be had: " + e.getMessage(), e);
        } finally {
            fetching.unlock();
        }
    }

    /** Newer keys if they may and can be fetched, otherwise those at hand. */
    private Snapshot refreshed(Snapshot current) {
        fetching.lock();
        try {
            Snapshot present = snapshot;
            Instant now = clock.instant();
            if (present != null && !present.equals(current)) {
                return present;
            }
            if (now.isBefore(nextAttempt)) {
                return current;
            }
            nextAttempt = now.plus(BETWEEN_REFRESHES);
            Snapshot fetched = fetch();
            snapshot = fetched;
            return fetched;
        } catch (IOException | ParseException e) {
            LOG.warn("the issuer's keys could not be refreshed, the old ones serve on: {}", e.toString());
            return current;
        } finally {
            fetching.unlock();
        }
    }

    private Snapshot fetch() throws IOException, ParseException {
        JWKSet keys = JWKSet.parse(retriever.retrieveResource(url).getContent());
        LOG.info("fetched {} keys of the issuer", keys.size());
        return new Snapshot(keys, clock.instant());
    }
}
