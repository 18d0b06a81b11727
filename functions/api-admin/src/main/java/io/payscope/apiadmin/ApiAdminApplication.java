package io.payscope.apiadmin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphQueries;
import io.payscope.graph.GraphSettings;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageMain;
import io.payscope.validatedatasets.ValidateDatasets;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorSettings;
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
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> apiAdmin(
            Settings settings,
            S3ObjectStore objects,
            TenantTransactions ledger,
            GraphConnection graph,
            PineconeVectorStore vectors) {
        TokenVerifier tokens = new TokenVerifier(
                PublishedKeys.at(settings.get(Setting.JWKS_URL)),
                settings.get(Setting.JWT_ISSUER),
                settings.get(Setting.JWT_AUDIENCE));
        ValidateDatasets validation =
                new ValidateDatasets(new LedgerQueries(ledger), new GraphQueries(graph), vectors, objects);
        return new AdminApi(tokens, new LedgerAudit(ledger), validation);
    }
}
