package io.payscope.apiadmin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.config.Settings;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphErasure;
import io.payscope.graph.GraphQueries;
import io.payscope.graph.GraphSettings;
import io.payscope.http.Gate;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerErasure;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerRegister;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectErasure;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageMain;
import io.payscope.validatedatasets.ValidateDatasets;
import io.payscope.vectors.PineconeCensus;
import io.payscope.vectors.VectorErasure;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The api-admin Lambda. */
@StageApplication
class ApiAdminApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(ApiAdminApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    TenantTransactions ledger(Settings settings) {
        return TenantTransactions.open(LedgerSettings.from(settings), TenantTransactions.ANSWERING);
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
    VectorErasure vectorErasure(Settings settings) {
        return new VectorErasure(VectorSettings.from(settings));
    }

    @Bean
    AdminStores stores(
            S3ObjectStore objects,
            TenantTransactions ledger,
            GraphConnection graph,
            PineconeCensus vectors,
            VectorErasure vectorErasure) {
        LedgerAudit audit = new LedgerAudit(ledger);
        return new AdminStores(
                new ValidateDatasets(new LedgerQueries(ledger), new GraphQueries(graph), vectors, objects),
                new LedgerRegister(ledger),
                audit,
                audit,
                List.of(new LedgerErasure(ledger), new GraphErasure(graph), vectorErasure, new ObjectErasure(objects)));
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> apiAdmin(
            Settings settings, S3ObjectStore objects, AdminStores stores) {
        return AdminApi.create(
                Gate.from(settings, stores.trail()),
                stores,
                StepFunctionsRuns.from(settings),
                new RegistryRollback(new ModelRegistry(objects, Clock.systemUTC())),
                Confirmations.from(settings));
    }
}
