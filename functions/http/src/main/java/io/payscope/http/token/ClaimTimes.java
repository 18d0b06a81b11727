package io.payscope.http.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;

/** Issuer, audience and times against a clock that may differ by {@link #SKEW}; a token from the future is refused. */
final class ClaimTimes extends DefaultJWTClaimsVerifier<SecurityContext> {

    /** How far apart the issuer's clock and ours may be. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private final InstantSource clock;

    ClaimTimes(String issuer, String audience, InstantSource clock) {
        super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", "iat"));
        setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        this.clock = clock;
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
            throw new BadJWTException("issued in the future");
        }
    }
}
