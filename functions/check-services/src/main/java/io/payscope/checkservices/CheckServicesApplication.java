package io.payscope.checkservices;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.CheckServicesRequest;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphProbe;
import io.payscope.graph.GraphSettings;
import io.payscope.ledger.LedgerProbe;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.ObjectsProbe;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.vectors.VectorSettings;
import io.payscope.vectors.VectorsProbe;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The check-services Lambda. */
@StageApplication
class CheckServicesApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(CheckServicesApplication.class, arguments);
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
    Function<byte[], byte[]> checkServices(
            Settings settings, S3ObjectStore objects, TenantTransactions ledger, GraphConnection graph) {
        CheckServices stage = new CheckServices(List.of(
                new ObjectsProbe(objects),
                new LedgerProbe(ledger),
                new GraphProbe(graph),
                new VectorsProbe(VectorSettings.from(settings))));
        return new StageFunction<>("check-services", CheckServicesRequest.class, stage);
    }
}
