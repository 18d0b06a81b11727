package io.payscope.apiadmin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.payscope.core.fault.ConfigFault;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** The issuer's key set: fetched when first needed, cached, refreshed for an unknown key at most once a minute. */
final class PublishedKeys {

    private static final long TIME_TO_LIVE_MS = Duration.ofMinutes(15).toMillis();
    private static final long REFRESH_TIMEOUT_MS = Duration.ofSeconds(5).toMillis();
    private static final long MINIMUM_INTERVAL_MS = Duration.ofMinutes(1).toMillis();
    private static final long OUTAGE_TOLERANCE_MS = Duration.ofHours(4).toMillis();

    private PublishedKeys() {}

    /** @throws ConfigFault if the URL is none */
    static JWKSource<SecurityContext> at(String url) {
        try {
            return JWKSourceBuilder.create(URI.create(url).toURL())
                    .cache(TIME_TO_LIVE_MS, REFRESH_TIMEOUT_MS)
                    .rateLimited(MINIMUM_INTERVAL_MS)
                    .outageTolerant(OUTAGE_TOLERANCE_MS)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ConfigFault("the key set's URL is malformed: '" + url + "'", e);
        }
    }
}
