package io.payscope.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.payscope.core.model.BankId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J1 to J9 at the verifier. */
class TokenVerifierTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k1\"}";

    private static TestIssuer issuer;
    private static TokenVerifier verifier;
    private static TokenVerifier standing;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        issuer = new TestIssuer();
        verifier = issuer.verifier();
        standing = new TokenVerifier(
                new ImmutableJWKSet<>(new JWKSet(issuer.key().toPublicJWK())),
                TestIssuer.ISSUER,
                TestIssuer.AUDIENCE,
                new MovingClock(NOW));
    }

    @Test
    void aGoodTokenNamesItsPrincipal() throws JOSEException {
        assertThat(verifier.verify(issuer.bearer(Role.ADMIN, null)))
                .isEqualTo(new Authentication.Verified(new Principal("ada", Role.ADMIN, null)));
        assertThat(verifier.verify(issuer.bearer(Role.ANALYST, 3)))
                .isEqualTo(new Authentication.Verified(new Principal("ada", Role.ANALYST, new BankId(3))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Bearer ", "bearer x", "Bearer a.b.c", "Bearer x,Bearer y"})
    void whatIsNoTokenIsRefused(String authorization) {
        assertRefused(authorization);
    }

    @Test
    void twoGoodTokensInTwoHeadersAreNone() throws JOSEException {
        String good = issuer.bearer(Role.ADMIN, null);
        assertRefused(good + "," + good);
        assertRefused(good + ", " + good);
    }

    @Test
    void aHugeTokenIsRefusedBeforeItIsParsed() {
        assertThat(verifier.verify("Bearer " + "x".repeat(20_000)))
                .isEqualTo(new Authentication.Refused("token of 20000 characters"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none", "None", "NONE", "HS256", "RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 ", ""
            })
    void everyAlgorithmButOneIsRefusedThoughTheSignatureFits(String algorithm)
            throws JOSEException, GeneralSecurityException {
        assertRefused(issuer.raw("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}", claims("")));
    }

    @Test
    void anUnsignedOrStrippedTokenIsRefused() throws JOSEException {
        assertRefused("Bearer " + new PlainJWT(TestIssuer.claims("ADMIN").build()).serialize());
        String good = issuer.bearer(Role.ADMIN, null);
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
        assertRefused(good.substring(0, good.lastIndexOf('.')));
        assertRefused(good.substring(0, good.length() - 4) + "AAAA");
    }

    @Test
    void anEllipticSignatureOfZeroesIsRefused() {
        String header = base64("{\"alg\":\"ES256\",\"kid\":\"k1\"}");
        assertRefused("Bearer " + header + "." + base64(claims("")) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]));
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JOSEException {
        byte[] der = issuer.key().toPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        List<byte[]> secrets = List.of(
                der,
                pem.getBytes(StandardCharsets.US_ASCII),
                issuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        for (byte[] secret : secrets) {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                    TestIssuer.claims("ADMIN").build());
            jwt.sign(new MACSigner(secret));
            assertRefused("Bearer " + jwt.serialize());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../dev/null", "' OR 1=1 --", "k2", "", " k1", "K1"})
    void anUnknownKeysNameIsRefused(String key) throws JOSEException, GeneralSecurityException {
        assertRefused(issuer.raw("{\"alg\":\"RS256\",\"kid\":\"" + key + "\"}", claims("")));
    }

    @Test
    void aMissingHugeOrNonTextualKeysNameIsRefused() throws JOSEException, GeneralSecurityException {
        assertRefused(issuer.raw("{\"alg\":\"RS256\"}", claims("")));
        assertRefused(issuer.raw("{\"alg\":\"RS256\",\"kid\":1}", claims("")));
        assertRefused(issuer.raw("{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(5_000) + "\"}", claims("")));
    }

    @Test
    void aTokenThatBringsOrNamesAKeyIsRefusedAndNobodyIsCalled()
            throws JOSEException, GeneralSecurityException, IOException {
        TestIssuer stranger = new TestIssuer();
        try (KeyServer listener = new KeyServer()) {
            listener.publish(stranger.key());
            String jwk = stranger.key().toPublicJWK().toJSONString();
            Map<String, String> headers = Map.of(
                    "jku",
                    "\"" + listener.url() + "\"",
                    "x5u",
                    "\"" + listener.url() + "\"",
                    "jwk",
                    jwk,
                    "x5c",
                    "[\"MIIB\"]",
                    "crit",
                    "[\"exp\"]",
                    "b64",
                    "false");
            for (Map.Entry<String, String> header : headers.entrySet()) {
                String spoilt =
                        "{\"alg\":\"RS256\",\"kid\":\"k1\",\"" + header.getKey() + "\":" + header.getValue() + "}";
                assertRefused(stranger.raw(spoilt, claims("")));
                assertRefused(issuer.raw(spoilt, claims("")));
            }
            assertThat(listener.requests()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "exp, -59, true",
        "exp, -60, false",
        "exp, -61, false",
        "exp, 600, true",
        "nbf, 59, true",
        "nbf, 61, false",
        "iat, 59, true",
        "iat, 60, true",
        "iat, 61, false"
    })
    void timesCountWithinTheSkew(String claim, long seconds, boolean good)
            throws JOSEException, GeneralSecurityException {
        long time = NOW.getEpochSecond() + seconds;
        String base = claim.equals("nbf") ? claims("") : claims("").replaceFirst("\"" + claim + "\":[0-9]+,", "");
        String spoilt = "{\"" + claim + "\":" + time + "," + base.substring(1);
        Authentication found = standing.verify(issuer.raw(HEADER, spoilt));
        assertThat(found).as(claim).isInstanceOf(good ? Authentication.Verified.class : Authentication.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"1900000000\"", "1e300", "-1", "null", "true", "[1900000000]", "{}", "99999999999999999999"})
    void aTimeThatIsNoneIsRefused(String time) throws JOSEException, GeneralSecurityException {
        for (String claim : List.of("exp", "iat", "nbf")) {
            String base = claims("").replaceFirst("\"" + claim + "\":[0-9]+,", "");
            assertStandingRefuses("{\"" + claim + "\":" + time + "," + base.substring(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "iss", "aud", "sub"})
    void aMissingClaimIsRefused(String claim) throws JOSEException, GeneralSecurityException {
        assertStandingRefuses(claims("").replaceFirst("\"" + claim + "\":(\"[^\"]*\"|[0-9]+),", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iss\":\"https://other.test/\"",
                "\"iss\":\"https://issuer.test\"",
                "\"aud\":\"other\"",
                "\"aud\":[\"a\",\"b\"]",
                "\"aud\":[]",
                "\"sub\":\"\"",
                "\"sub\":7",
                "\"sub\":\"a\\nb\""
            })
    void aWrongClaimIsRefused(String wrong) throws JOSEException, GeneralSecurityException {
        String claim = wrong.substring(1, wrong.indexOf('"', 1));
        String base = claims("").replaceFirst("\"" + claim + "\":\"[^\"]*\",", "");
        assertStandingRefuses("{" + wrong + "," + base.substring(1));
    }

    @Test
    void anAudienceAmongSeveralIsEnough() throws JOSEException, GeneralSecurityException {
        String several = claims("").replace("\"aud\":\"payscope-admin\"", "\"aud\":[\"x\",\"payscope-admin\"]");
        assertThat(standing.verify(issuer.raw(HEADER, several))).isInstanceOf(Authentication.Verified.class);
    }

    @Test
    void aNameTwiceIsRefused() throws JOSEException, GeneralSecurityException {
        assertStandingRefuses(claims("\"role\":\"ANALYST\","));
        assertStandingRefuses(claims("\"bank\":1,\"bank\":2,"));
        assertRefused(issuer.raw("{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"k1\"}", claims("")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "admin", "Admin", "ADMIN ", "ROOT"})
    void anUnknownRoleIsNoRole(String role) throws JOSEException {
        assertThat(verifier.verify(issuer.bearer(TestIssuer.claims(role).build())))
                .isInstanceOf(Authentication.Powerless.class);
    }

    @Test
    void aListOfRolesIsNoRole() throws JOSEException {
        JWTClaimsSet claims =
                TestIssuer.claims("ADMIN").claim("role", List.of("ADMIN")).build();
        assertThat(verifier.verify(issuer.bearer(claims))).isInstanceOf(Authentication.Powerless.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "0", "-1", "1.5", "40000", "99999999999", "[1]", "null", "\"' OR 1=1 --\""})
    void aBankThatIsNoneGivesNoRight(String bank) throws JOSEException, GeneralSecurityException {
        assertThat(standing.verify(issuer.raw(HEADER, claims("\"bank\":" + bank + ","))))
                .isInstanceOf(Authentication.Powerless.class);
    }

    @Test
    void aRoleOfABankNeedsItsBank() throws JOSEException {
        for (Role role : Role.values()) {
            assertThat(verifier.verify(issuer.bearer(role, null)))
                    .isInstanceOf(role.needsBank() ? Authentication.Powerless.class : Authentication.Verified.class);
        }
    }

    /** Claims of a good ADMIN token at {@link #NOW}, more first. */
    private static String claims(String more) {
        long now = NOW.getEpochSecond();
        return "{%s\"iss\":\"https://issuer.test/\",\"aud\":\"payscope-admin\",\"sub\":\"ada\",\"iat\":%d,\"exp\":%d,\"role\":\"ADMIN\"}"
                .formatted(more, now, now + 600);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String authorization) {
        assertThat(verifier.verify(authorization)).isInstanceOf(Authentication.Refused.class);
        assertThat(standing.verify(authorization)).isInstanceOf(Authentication.Refused.class);
    }

    private static void assertStandingRefuses(String claims) throws JOSEException, GeneralSecurityException {
        assertThat(standing.verify(issuer.raw(HEADER, claims))).as(claims).isInstanceOf(Authentication.Refused.class);
    }
}
