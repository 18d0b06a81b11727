package io.payscope.loadvectors;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.LoadVectorsRequest;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphQueries;
import io.payscope.graph.GraphSettings;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.dataset.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The load-vectors Lambda. */
@StageApplication
class LoadVectorsApplication {

    /** The longest that a Lambda, and the task in the ingest state machine, may run: no turn is taken over before. */
    private static final Duration TASK_TIME = Duration.ofSeconds(900);

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(LoadVectorsApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    Claims claims(Settings settings, S3ObjectStore objects) {
        return S3Claims.from(settings, objects, Clock.systemUTC(), TASK_TIME);
    }

    @Bean
    TenantTransactions ledger(Settings settings) {
        return TenantTransactions.open(LedgerSettings.from(settings));
    }

    @Bean
    GraphConnection graph(Settings settings) {
        return GraphConnection.open(GraphSettings.from(settings));
    }

    @Bean
    PineconeVectorStore vectors(Settings settings) {
        return new PineconeVectorStore(VectorSettings.from(settings), new TwoEncoderEmbedder());
    }

    @Bean
    Function<byte[], byte[]> loadVectors(
            Settings settings,
            S3ObjectStore objects,
            Claims claims,
            TenantTransactions ledger,
            GraphConnection graph,
            PineconeVectorStore vectors) {
        LoadVectors stage = new LoadVectors(
                new LedgerQueries(ledger),
                new GraphQueries(graph),
                vectors,
                new Receipts(objects),
                claims,
                settings.positiveInt(Setting.MAX_DOCUMENTS));
        return new StageFunction<>("load-vectors", LoadVectorsRequest.class, stage);
    }
}
