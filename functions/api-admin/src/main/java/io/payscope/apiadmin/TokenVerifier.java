package io.payscope.apiadmin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the bearer token of a request: RS256 and nothing else, a key of the issuer's published set, issuer,
 * audience and times. Keys named inside the token ({@code jku}, {@code jwk}, {@code x5u}) are never looked at.
 */
final class TokenVerifier {

    private static final String SCHEME = "Bearer ";
    private static final int MAX_TOKEN_CHARACTERS = 8192;
    private static final String ROLE_CLAIM = "role";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * Creates a verifier.
     *
     * @param keys the issuer's published keys
     * @param issuer value of {@code iss}
     * @param audience value among {@code aud}
     */
    TokenVerifier(JWKSource<SecurityContext> keys, String issuer, String audience) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", "iat")));
    }

    /**
     * Verifies.
     *
     * @param authorization value of the Authorization header, or null where there is none
     */
    Authentication verify(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return new Authentication.Refused("no bearer token");
        }
        String token = authorization.substring(SCHEME.length());
        if (token.length() > MAX_TOKEN_CHARACTERS) {
            return new Authentication.Refused("token of " + token.length() + " characters");
        }
        try {
            return read(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new Authentication.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Authentication read(JWTClaimsSet claims) {
        Object claim = claims.getClaim(ROLE_CLAIM);
        for (Role role : Role.values()) {
            if (role.name().equals(claim)) {
                return new Authentication.Verified(new Principal(claims.getSubject(), role));
            }
        }
        return new Authentication.WithoutRole(claims.getSubject());
    }
}
