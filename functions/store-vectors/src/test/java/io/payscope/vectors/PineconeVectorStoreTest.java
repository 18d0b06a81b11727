package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.Document;
import io.payscope.core.port.Embedder;
import io.payscope.core.port.VectorStore.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test has banks of its own in one shared index. */
class PineconeVectorStoreTest {

    private static final TwoEncoderEmbedder MODELS = new TwoEncoderEmbedder(2);
    private static final String DAY = "On 24 November 2017 there were 1,176 transactions.";
    private static final AtomicInteger EMBEDDED = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static LocalIndex server;
    private static PineconeVectorStore store;

    @BeforeAll
    static void start() throws IOException {
        server = new LocalIndex(folder);
        VectorSettings settings = server.settings("payscope");
        new VectorMigration(settings).migrate();
        store = new PineconeVectorStore(settings, new CountingEmbedder());
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
        MODELS.close();
    }

    @Test
    void questionFindsTheDocumentThatAnswersIt() {
        BankId bank = new BankId(1);
        store.replaceAll(
                bank,
                List.of(
                        document("a", "The merchant \"Bakery\" received 120 payments.", Map.of("merchant", "b7")),
                        document("b", DAY, Map.of("date", "2017-11-24")),
                        document("c", "A transfer of 10,000.00 is labelled fraud.", Map.of())));

        Match best = store.query(bank, "How many payments were made on November 24th, 2017?", 2, Map.of())
                .getFirst();

        assertThat(best.id()).isEqualTo("b");
        assertThat(best.score()).isBetween(0.5, 1.0);
        assertThat(best.metadata()).isEqualTo(Map.of("date", "2017-11-24", "kind", "note", "text", DAY));
    }

    @Test
    void filterLeavesOnlyWhatIsEqual() {
        BankId bank = new BankId(2);
        store.replaceAll(
                bank,
                List.of(
                        document("a", "red", Map.of("side", "left", "size", "small")),
                        document("b", "red", Map.of("side", "left", "size", "large")),
                        document("c", "red", Map.of("side", "right", "size", "large"))));

        List<Match> matches = store.query(bank, "red", 10, Map.of("side", "left", "size", "large"));

        assertThat(matches).extracting(Match::id).containsExactly("b");
    }

    @Test
    void banksDoNotSeeEachOther() {
        store.replaceAll(new BankId(3), List.of(document("a", "one", Map.of())));
        store.replaceAll(new BankId(4), List.of(document("b", "one", Map.of()), document("c", "two", Map.of())));

        assertThat(store.count(new BankId(3))).isEqualTo(1);
        assertThat(store.query(new BankId(3), "two", 10, Map.of()))
                .extracting(Match::id)
                .containsExactly("a");
        assertThat(store.count(new BankId(5))).isZero();
    }

    @Test
    void t8TheSameIdInTwoBanksIsTwoDocumentsAndRemovingOneLeavesTheOther() {
        BankId a = new BankId(801);
        BankId b = new BankId(802);
        store.replaceAll(a, List.of(document("same", DAY, Map.of()), document("gone", DAY, Map.of())));
        store.replaceAll(b, List.of(document("same", "A transfer of bank B.", Map.of())));
        store.replaceAll(a, List.of(document("other", DAY, Map.of())));
        assertThat(store.query(b, DAY, 10, Map.of()))
                .extracting(match -> match.metadata().get("text"))
                .containsExactly("A transfer of bank B.");
        assertThat(store.query(a, DAY, 10, Map.of())).extracting(Match::id).containsExactly("other");
        store.replaceAll(b, List.of());
        assertThat(store.count(a)).isOne();
        assertThat(store.query(a, DAY, 10, Map.of())).extracting(Match::id).containsExactly("other");
    }

    @Test
    void namespaceHoldsExactlyTheLastDocuments() {
        BankId bank = new BankId(6);
        store.replaceAll(bank, numbered(0, 230));
        assertThat(store.count(bank)).isEqualTo(230);

        store.replaceAll(bank, numbered(200, 320));

        assertThat(store.count(bank)).isEqualTo(120);
        assertThat(store.query(bank, "note 5", 200, Map.of()))
                .extracting(Match::id)
                .containsExactlyInAnyOrderElementsOf(
                        numbered(200, 320).stream().map(Document::id).toList());

        store.replaceAll(bank, List.of());
        assertThat(store.count(bank)).isZero();
    }

    @Test
    void onlyWhatChangedIsEmbeddedAgain() {
        BankId bank = new BankId(7);
        store.replaceAll(bank, List.of(document("a", "one", Map.of()), document("b", "two", Map.of("k", "v"))));
        EMBEDDED.set(0);

        store.replaceAll(bank, List.of(document("a", "one", Map.of()), document("b", "two", Map.of("k", "v"))));
        assertThat(EMBEDDED).hasValue(0);

        store.replaceAll(bank, List.of(document("a", "one", Map.of()), document("b", "two", Map.of("k", "w"))));
        assertThat(EMBEDDED).hasValue(1);
        assertThat(store.query(bank, "two", 1, Map.of()).getFirst().metadata()).containsEntry("k", "w");
    }

    @Test
    void vectorRemovedByHandIsMissedAtOnceAndComesBack() {
        BankId bank = new BankId(8);
        store.replaceAll(bank, numbered(0, 3));

        server.client().getIndexConnection("payscope").deleteByIds(List.of("note:1"), "bank-8");
        assertThat(store.count(bank)).isEqualTo(2);

        store.replaceAll(bank, numbered(0, 3));
        assertThat(store.count(bank)).isEqualTo(3);
    }

    @Test
    void twoDocumentsOfOneIdAreRefused() {
        Document document = document("a", "one", Map.of());

        assertThatThrownBy(() -> store.replaceAll(new BankId(9), List.of(document, document)))
                .isInstanceOf(BugFault.class)
                .hasMessageContaining("id a");
    }

    @Test
    void anIndexThatMovedIsFoundAgainAfterOneTransientFault(@TempDir Path first, @TempDir Path second)
            throws IOException {
        BankId bank = new BankId(1);
        try (LocalIndex moving = new LocalIndex(first)) {
            VectorSettings settings = moving.settings("moving");
            new VectorMigration(settings).migrate();
            try (PineconeVectorStore moved = new PineconeVectorStore(settings, MODELS)) {
                moved.replaceAll(bank, numbered(0, 2));
                moving.moveTo(second);
                new VectorMigration(settings).migrate();

                assertThatThrownBy(() -> moved.count(bank)).isInstanceOf(TransientFault.class);
                assertThat(moved.count(bank)).isZero();
            }
        }
    }

    @Test
    void wrongKeyAndMissingIndexAreConfigFaults() {
        try (PineconeVectorStore wrongKey = new PineconeVectorStore(server.settings("payscope", "other"), MODELS);
                PineconeVectorStore noIndex = new PineconeVectorStore(server.settings("absent"), MODELS)) {
            assertThatThrownBy(() -> wrongKey.count(new BankId(1)))
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageNotContaining("other");
            assertThatThrownBy(() -> noIndex.count(new BankId(1)))
                    .isInstanceOf(ConfigFault.class)
                    .hasMessageContaining("absent does not exist");
        }
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> document("note:" + i, "note " + i, Map.of()))
                .toList();
    }

    private static Document document(String id, String text, Map<String, String> metadata) {
        return new Document(id, "note", text, metadata);
    }

    private static final class CountingEmbedder implements Embedder {

        @Override
        public int dimension() {
            return MODELS.dimension();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            EMBEDDED.addAndGet(texts.size());
            return MODELS.embed(texts);
        }
    }
}
