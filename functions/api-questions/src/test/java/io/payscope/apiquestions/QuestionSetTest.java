package io.payscope.apiquestions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.port.GraphCensus;
import io.payscope.core.port.GraphReader;
import io.payscope.core.stage.LoadVectorsRequest;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.ledger.EmbeddedLedger;
import io.payscope.ledger.LedgerBuckets;
import io.payscope.ledger.LedgerFigureQueries;
import io.payscope.ledger.LedgerLoader;
import io.payscope.ledger.LedgerQueries;
import io.payscope.loadvectors.LoadVectors;
import io.payscope.objects.S3Claims;
import io.payscope.stores.pinecone.PineconeServer;
import io.payscope.stores.pinecone.PineconeSettings;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorMigration;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.registry.ModelRegistry;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sixty questions through the real ledger, the real encoders and a server that speaks Pinecone's protocol, against
 * truths that are counted from the rows.
 */
class QuestionSetTest {

    private static final KnownBank KNOWN = new KnownBank(20250301);

    @TempDir
    private static Path folder;

    private static EmbeddedLedger ledger;
    private static PineconeServer server;
    private static PineconeVectorStore vectors;
    private static TwoEncoderEmbedder encoders;
    private static AskQuestion asked;
    private static List<KnownQuestion> questions;

    @BeforeAll
    static void load() throws Exception {
        ledger = EmbeddedLedger.migrated();
        PartRef part = new PartRef(0, "b", "parts/1", "s1", KNOWN.rows().size());
        new LedgerLoader(ledger.transactions())
                .load(KnownBank.ID, "u1", part, KNOWN.rows().iterator());
        new LedgerBuckets(ledger.transactions()).rollUp(KnownBank.ID, "u1");
        server = PineconeServer.start(PineconeSettings.ephemeral(folder, "key"));
        VectorSettings settings = new VectorSettings(server.controlUrl(), "key", "payscope", "aws", "us-east-1");
        new VectorMigration(settings).migrate();
        encoders = new TwoEncoderEmbedder();
        vectors = new PineconeVectorStore(settings, encoders);
        InMemoryObjects objects = new InMemoryObjects();
        new LoadVectors(
                        new LedgerQueries(ledger.transactions()),
                        new KnownGraph(),
                        vectors,
                        new Receipts(objects),
                        new S3Claims(objects, Clock.systemUTC(), "", Duration.ofMinutes(15)),
                        200)
                .run(new LoadVectorsRequest(KnownBank.ID, "u1"));
        LedgerQueries queries = new LedgerQueries(ledger.transactions());
        ForecastModel model = KnownModel.publish(objects, KnownBank.ID, queries.buckets(KnownBank.ID, Grain.DAY));
        questions = QuestionSet.of(KNOWN, model);
        ChampionCards cards = new ChampionCards(objects, new ModelRegistry(objects, Clock.systemUTC()));
        asked = new AskQuestion(
                new LedgerFigureQueries(ledger.transactions()),
                new KnownGraph(),
                vectors,
                new PublishedForecasts(objects, cards, queries),
                cards,
                new ExtractiveAnswerer());
    }

    @AfterAll
    static void stop() {
        vectors.close();
        encoders.close();
        server.close();
        ledger.close();
    }

    @Test
    void sixtyQuestionsAreAnsweredExactlyAndCiteWhatBearsOnThem() {
        double recall = 0;
        int exact = 0;
        StringBuilder wrong = new StringBuilder();
        for (KnownQuestion question : questions) {
            Answer answer = asked.ask(KnownBank.ID, question.text());
            double found = question.recallAt5(answer.documents());
            recall += found;
            boolean right = question.isExact(answer.figures());
            exact += right ? 1 : 0;
            if (!right || found < 1) {
                wrong.append("%s%n  expected %s%n  of %s%n  found %s%n"
                        .formatted(question.text(), question.figures(), question.documents(), answer));
            }
        }
        System.getLogger(QuestionSetTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "%d questions: exact %d, recall@5 %.3f"
                                .formatted(questions.size(), exact, recall / questions.size()));
        assertThat(questions).hasSize(60);
        assertThat(exact).as(wrong.toString()).isEqualTo(60);
        assertThat(recall / 60).as(wrong.toString()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aWhatIfIsTheForecastOfAChangedHistory() {
        Answer answer = asked.ask(KnownBank.ID, "What if payments rise by 10 percent over the next 7 days?");

        assertThat(answer.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "forecast transaction count",
                        "forecast transaction count if so",
                        "difference in forecast transaction count");
        assertThat(answer.figures().get(2).value()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which model is used for forecasts?",
                "How good is the forecast model?",
                "Tell me about the model that predicts the volume"
            })
    void aQuestionAboutAModelIsAnsweredByItsCard(String question) {
        Answer answer = asked.ask(KnownBank.ID, question);

        assertThat(answer.documents()).extracting(Cited::id).containsExactly("model-card:forecast:v1");
        assertThat(answer.figures()).as(answer.text()).anySatisfy(figure -> assertThat(figure.name())
                .isEqualTo("volumeMase"));
        assertThat(asked.ask(KnownBank.ID, "How good is the fraud model?").text())
                .contains("no such model in use");
    }

    @Test
    void whatLiesBeyondTheModelsHorizonIsRefused() {
        assertThat(asked.ask(KnownBank.ID, "Forecast the number of payments for the next 40 days")
                        .text())
                .contains("looks 14 days ahead");
    }

    private static final class KnownGraph implements GraphReader {

        @Override
        public GraphCensus census(BankId bank) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Long> counterparties(BankId bank, List<String> partyIds) {
            return KNOWN.counterparties(partyIds);
        }
    }
}
