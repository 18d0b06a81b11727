package io.payscope.apipredictions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.config.Settings;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphQueries;
import io.payscope.graph.GraphSettings;
import io.payscope.http.Gate;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerHistory;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageMain;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The api-predictions Lambda. */
@StageApplication
class ApiPredictionsApplication {

    /** Models of every bank, of both kinds, with the version before. */
    private static final int KEPT_MODELS = 20;

    /** Today's and yesterday's graph of every bank. */
    private static final int KEPT_BANKS = 10;

    private static final int KEPT_GRAPHS = 2;

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(ApiPredictionsApplication.class, arguments);
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
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> apiPredictions(
            Settings settings, S3ObjectStore objects, TenantTransactions ledger, GraphConnection graph) {
        Clock clock = Clock.systemUTC();
        ChampionCards champions = new RegistryChampions(new ModelRegistry(objects, clock), clock);
        ForecastModels forecasts = new ForecastModels(objects, champions, KEPT_MODELS);
        PredictionsApi api = new PredictionsApi(
                new ScoreTransactions(
                        new FraudModels(objects, champions, KEPT_MODELS),
                        new LedgerHistory(ledger),
                        new GraphSnapshots(new GraphQueries(graph), KEPT_BANKS, KEPT_GRAPHS)),
                new ReadForecast(forecasts),
                new WhatIf(forecasts, new LedgerQueries(ledger)));
        return api.behind(Gate.from(settings, new LedgerAudit(ledger)));
    }
}
