package io.payscope.loadvectors;

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
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.dataset.Receipts;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The load-vectors Lambda. */
@StageApplication
class LoadVectorsApplication {

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
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
            TenantTransactions ledger,
            GraphConnection graph,
            PineconeVectorStore vectors) {
        LoadVectors stage = new LoadVectors(
                new LedgerQueries(ledger),
                new GraphQueries(graph),
                vectors,
                new Receipts(objects),
                settings.positiveInt(Setting.MAX_DOCUMENTS));
        return new StageFunction<>("load-vectors", LoadVectorsRequest.class, stage);
    }
}
