package io.payscope.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J5 and J10: the issuer's keys come, go, rotate and fail to come. */
class PublishedKeysTest {

    private static TestIssuer first;
    private static TestIssuer second;

    private final MovingClock clock = new MovingClock(Instant.now());
    private KeyServer server;
    private TokenVerifier verifier;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        first = new TestIssuer("k1");
        second = new TestIssuer("k2");
    }

    @BeforeEach
    void start() throws IOException {
        server = new KeyServer();
        verifier = new TokenVerifier(PublishedKeys.at(server.url(), clock), TestIssuer.ISSUER, TestIssuer.AUDIENCE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keysAreFetchedOnceForManyTokens() throws JOSEException {
        server.publish(first.key());
        for (int i = 0; i < 20; i++) {
            assertVerified(first);
        }
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void withoutAnyKeyNothingIsDecidedAndTheIssuerIsNotPestered() throws JOSEException {
        for (int i = 0; i < 20; i++) {
            assertThat(verify(first)).isInstanceOf(Authentication.Undecided.class);
        }
        assertThat(server.requests()).isEqualTo(1);

        server.publish(first.key());
        clock.pass(PublishedKeys.BETWEEN_FIRST_FETCHES);
        assertVerified(first);
    }

    @Test
    void oldKeysServeOnWhileTheIssuerIsDownAndNotForEver() throws JOSEException {
        server.publish(first.key());
        assertVerified(first);
        server.goDown();
        clock.pass(PublishedKeys.FRESH.plusSeconds(1));
        assertVerified(first);
        assertThat(verify(second)).isInstanceOf(Authentication.Refused.class);

        clock.pass(PublishedKeys.KEPT);
        assertThat(verify(first)).isInstanceOf(Authentication.Undecided.class);
    }

    @Test
    void aRotatedKeyIsFoundAndTwoLiveKeysBothServe() throws JOSEException {
        server.publish(first.key());
        assertVerified(first);
        server.publish(first.key(), second.key());
        assertVerified(second);
        assertVerified(first);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void aWithdrawnKeyIsRefusedOnceTheKeysAreFresh() throws JOSEException {
        server.publish(first.key(), second.key());
        assertVerified(first);
        server.publish(second.key());
        clock.pass(PublishedKeys.FRESH.plusSeconds(1));
        assertThat(verify(first)).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void unknownKeysCauseOneRefreshAMinuteHoweverManyThereAre()
            throws JOSEException, InterruptedException, ExecutionException {
        server.publish(first.key());
        assertVerified(first);
        String unknown = second.bearer(TestIssuer.claims("ADMIN").build());
        List<Future<Authentication>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 100; i++) {
                answers.add(many.submit(() -> verifier.verify(unknown)));
            }
        }
        for (Future<Authentication> answer : answers) {
            assertThat(answer.get()).isInstanceOf(Authentication.Refused.class);
        }
        assertThat(server.requests()).isEqualTo(2);

        clock.pass(PublishedKeys.BETWEEN_REFRESHES);
        assertThat(verifier.verify(unknown)).isInstanceOf(Authentication.Refused.class);
        assertThat(server.requests()).isEqualTo(3);
        clock.pass(Duration.ofSeconds(1));
        assertVerified(first);
    }

    @Test
    void aShortKeyIsNoKey() throws JOSEException {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("k1").generate();
        server.publish(weak);
        assertThat(verify(first)).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void aKeyThatIsPublishedForAnotherAlgorithmOrUseIsNoKey() throws JOSEException {
        server.publish(
                new RSAKey.Builder(first.key()).algorithm(JWSAlgorithm.RS512).build());
        assertThat(verify(first)).isInstanceOf(Authentication.Refused.class);
        server.publish(new RSAKey.Builder(first.key())
                .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
                .build());
        clock.pass(PublishedKeys.FRESH.plusSeconds(1));
        assertThat(verify(first)).isInstanceOf(Authentication.Refused.class);
    }

    @Test
    void aStrangerWithAPublishedKeysNameIsRefused() throws JOSEException {
        server.publish(first.key());
        String forged = second.bearer(
                TestIssuer.claims("ADMIN").build(),
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build());
        assertThat(verifier.verify(forged)).isInstanceOf(Authentication.Refused.class);
    }

    private Authentication verify(TestIssuer issuer) throws JOSEException {
        return verifier.verify(issuer.bearer(TestIssuer.claims("ADMIN").build()));
    }

    private void assertVerified(TestIssuer issuer) throws JOSEException {
        assertThat(verify(issuer)).isInstanceOf(Authentication.Verified.class);
    }
}
