package io.payscope.http.token;

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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes tokens, good and bad. */
public final class TestIssuer {

    /** What good tokens name. */
    public static final String ISSUER = "https://issuer.test/";

    /** Whom good tokens are for. */
    public static final String AUDIENCE = "payscope-admin";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RSAKey key;

    /** Makes a key. */
    public TestIssuer() throws JOSEException {
        this("k1");
    }

    TestIssuer(String keyName) throws JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID(keyName).generate();
    }

    /** @return a verifier that knows this issuer's key */
    public TokenVerifier verifier() {
        return new TokenVerifier(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), ISSUER, AUDIENCE);
    }

    RSAKey key() {
        return key;
    }

    /** Claims of a good token of somebody who is bound to bank 1 where the role needs one, to be spoilt. */
    public static JWTClaimsSet.Builder claims(@Nullable String role) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("ada")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("role", role);
        return "ANALYST".equals(role) || "BANK_ADMIN".equals(role) ? claims.claim("bank", 1) : claims;
    }

    /** @return the Authorization header of somebody with that role, bound to a bank unless that is null */
    public String bearer(Role role, @Nullable Integer bank) throws JOSEException {
        return bearer(claims(role.name()).claim("bank", bank).build());
    }

    /** @return the Authorization header of a signed token */
    public String bearer(JWTClaimsSet claims) throws JOSEException {
        return bearer(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build());
    }

    String bearer(JWTClaimsSet claims, JWSHeader header) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return "Bearer " + jwt.serialize();
    }

    /** A token of exactly these texts, signed with RS256 whatever the header says. */
    String raw(String header, String claims) throws GeneralSecurityException, JOSEException {
        String input = BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.toPrivateKey());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return "Bearer " + input + "." + BASE64.encodeToString(signature.sign());
    }
}
