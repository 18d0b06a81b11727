package io.payscope.loadvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.claim.Claims;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.VectorStore.Match;
import io.payscope.core.stage.LoadVectorsRequest;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.objects.S3Claims;
import io.payscope.stores.pinecone.PineconeServer;
import io.payscope.stores.pinecone.PineconeSettings;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorMigration;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Receipts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a bank's transactions through the real encoders and the real client to an answer. */
class LoadVectorsTest {

    private static final List<CanonicalTransaction> TRANSACTIONS = Payments.random(2_000, true);
    private static final TwoEncoderEmbedder EMBEDDER = new TwoEncoderEmbedder();
    private static final InMemoryObjects OBJECTS = new InMemoryObjects();
    private static final Receipts RECEIPTS = new Receipts(OBJECTS);
    private static final Claims CLAIMS = new S3Claims(OBJECTS, Clock.systemUTC(), "", Duration.ofMinutes(15));

    @TempDir
    private static Path folder;

    private static PineconeServer server;
    private static PineconeVectorStore vectors;
    private static LoadedVectors loaded;

    @BeforeAll
    static void load() throws IOException {
        server = PineconeServer.start(PineconeSettings.ephemeral(folder, "key"));
        VectorSettings settings = new VectorSettings(server.controlUrl(), "key", "payscope", "aws", "us-east-1");
        new VectorMigration(settings).migrate();
        vectors = new PineconeVectorStore(settings, EMBEDDER);
        loaded = load(TRANSACTIONS, "u1");
    }

    @AfterAll
    static void stop() {
        vectors.close();
        server.close();
        EMBEDDER.close();
    }

    @Test
    void receiptSaysWhatTheNamespaceHolds() {
        assertThat(loaded).isEqualTo(new LoadedVectors(Payments.BANK, "u1", 20));
        assertThat(RECEIPTS.vectors(Payments.BANK, "u1")).contains(loaded);
        assertThat(vectors.count(Payments.BANK)).isEqualTo(20);
    }

    @Test
    void loadingAgainEndsTheSame() {
        assertThat(load(TRANSACTIONS, "u1")).isEqualTo(loaded);
        assertThat(vectors.count(Payments.BANK)).isEqualTo(20);
    }

    @Test
    void nothingIsReadWhileAnotherUploadWritesTheBanksDocuments() {
        CLAIMS.claim(Turns.key(Payments.BANK), "u2", LoadedVectors.class);
        assertThatThrownBy(() -> load(Payments.random(10, true), "u1"))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("upload u2");
        assertThat(vectors.count(Payments.BANK)).isEqualTo(20);
        CLAIMS.release(Turns.key(Payments.BANK), "u2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Give me an overview of the whole bank, from the first to the last day | report-summary
        Which merchant received the most payments?                            | merchant-profile:M0
        How much did the account C0 pay?                                      | account-profile:payer:C0
        How much did account D1 receive?                                      | account-profile:payee:D1
        What do you know about merchant M3?                                   | merchant-profile:M3
        What was the largest fraud?                                           | fraud-case:T1955
        What is the total fraud share of the bank?                            | report-summary
        """)
    void questionFindsTheRightDocumentFirst(String question, String id) {
        List<Match> matches = vectors.query(Payments.BANK, question, 3, Map.of());

        assertThat(matches.getFirst().id()).as(matches.toString()).isEqualTo(id);
    }

    @Test
    void filterByDateFindsTheDayThatEncodersCannotTellFromOthers() {
        List<Match> matches =
                vectors.query(Payments.BANK, "What happened on that day?", 3, Map.of("date", "2017-11-17"));

        assertThat(matches.getFirst().id()).isEqualTo("daily-summary:2017-11-17");
    }

    private static LoadedVectors load(List<CanonicalTransaction> transactions, String uploadId) {
        return new LoadVectors(
                        new SmallBank(transactions), new SmallGraph(transactions), vectors, RECEIPTS, CLAIMS, 200)
                .run(new LoadVectorsRequest(Payments.BANK, uploadId));
    }
}
