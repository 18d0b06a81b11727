package io.payscope.validatedatasets;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.ValidateDatasetsRequest;
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
import io.payscope.runtime.StageMain;
import io.payscope.vectors.PineconeCensus;
import io.payscope.vectors.VectorSettings;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The validate-datasets Lambda. */
@StageApplication
class ValidateDatasetsApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(ValidateDatasetsApplication.class, arguments);
    }

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
    PineconeCensus vectors(Settings settings) {
        return new PineconeCensus(VectorSettings.from(settings));
    }

    @Bean
    Function<byte[], byte[]> validateDatasets(
            S3ObjectStore objects, TenantTransactions ledger, GraphConnection graph, PineconeCensus vectors) {
        ValidateDatasets stage =
                new ValidateDatasets(new LedgerQueries(ledger), new GraphQueries(graph), vectors, objects);
        return new StageFunction<>("validate-datasets", ValidateDatasetsRequest.class, stage);
    }
}
