package io.payscope.apiadmin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static TestIssuer issuer;
    private static TokenVerifier verifier;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
        verifier = issuer.verifier();
    }

    @Test
    void aGoodTokenNamesItsPrincipal() throws JOSEException {
        assertThat(verifier.verify(issuer.bearer(TestIssuer.claims("ADMIN").build())))
                .isEqualTo(new Authentication.Verified(new Principal("ada", Role.ADMIN)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer ", "bearer x", "Bearer a.b.c", "Bearer x,Bearer y"})
    void whatIsNoTokenIsRefused(String authorization) {
        assertThat(verifier.verify(authorization)).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void aHugeTokenIsRefusedBeforeItIsParsed() {
        assertThat(verifier.verify("Bearer " + "x".repeat(20_000)))
                .isEqualTo(new Authentication.Refused("token of 20000 characters"));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused("Bearer " + new PlainJWT(TestIssuer.claims("ADMIN").build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                TestIssuer.claims("ADMIN").build());
        jwt.sign(new MACSigner(issuer.key().toPublicKey().getEncoded()));

        assertRefused("Bearer " + jwt.serialize());
    }

    @Test
    void anotherAlgorithmOfTheSameKeyIsRefused() throws JOSEException {
        assertRefused(issuer.bearer(
                TestIssuer.claims("ADMIN").build(),
                new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("k1").build()));
    }

    @Test
    void anotherIssuersKeyIsRefusedThoughTheTokenBringsItAlong() throws JOSEException {
        TestIssuer stranger = new TestIssuer();
        assertRefused(stranger.bearer(
                TestIssuer.claims("ADMIN").build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("k1")
                        .jwk(stranger.key().toPublicJWK())
                        .build()));
    }

    @Test
    void aWrongOrMissingClaimIsRefused() throws JOSEException {
        Date past = Date.from(Instant.now().minusSeconds(300));
        List<JWTClaimsSet> spoilt = List.of(
                TestIssuer.claims("ADMIN").issuer("https://other.test/").build(),
                TestIssuer.claims("ADMIN").issuer(null).build(),
                TestIssuer.claims("ADMIN").audience("other").build(),
                TestIssuer.claims("ADMIN").audience((String) null).build(),
                TestIssuer.claims("ADMIN").subject(null).build(),
                TestIssuer.claims("ADMIN").expirationTime(past).build(),
                TestIssuer.claims("ADMIN").expirationTime(null).build(),
                TestIssuer.claims("ADMIN")
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(300)))
                        .build());

        for (JWTClaimsSet claims : spoilt) {
            assertRefused(issuer.bearer(claims));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "admin", "ADMIN ", "ROOT"})
    void anUnknownRoleIsNoRole(String role) throws JOSEException {
        assertThat(verifier.verify(issuer.bearer(TestIssuer.claims(role).build())))
                .isEqualTo(new Authentication.WithoutRole("ada"));
    }

    @Test
    void aListOfRolesIsNoRole() throws JOSEException {
        JWTClaimsSet claims =
                TestIssuer.claims("ADMIN").claim("role", List.of("ADMIN")).build();

        assertThat(verifier.verify(issuer.bearer(claims))).isEqualTo(new Authentication.WithoutRole("ada"));
    }

    private static void assertRefused(String authorization) {
        assertThat(verifier.verify(authorization)).isInstanceOf(Authentication.Refused.class);
    }
}
