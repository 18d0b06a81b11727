package io.payscope.apiadmin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;

/** Makes tokens, good and bad. */
final class TestIssuer {

    static final String ISSUER = "https://issuer.test/";
    static final String AUDIENCE = "payscope-admin";

    private final RSAKey key;

    TestIssuer() throws JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    TokenVerifier verifier() {
        return new TokenVerifier(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), ISSUER, AUDIENCE);
    }

    RSAKey key() {
        return key;
    }

    /** Claims of a good token, to be spoilt by the caller. */
    static JWTClaimsSet.Builder claims(String role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("role", role);
    }

    String bearer(JWTClaimsSet claims) throws JOSEException {
        return bearer(
                claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build());
    }

    String bearer(JWTClaimsSet claims, JWSHeader header) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return "Bearer " + jwt.serialize();
    }
}
