package io.payscope.apiquestions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphQueries;
import io.payscope.graph.GraphSettings;
import io.payscope.http.Gate;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerFigureQueries;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageMain;
import io.payscope.vectors.PineconeVectorStore;
import io.payscope.vectors.TwoEncoderEmbedder;
import io.payscope.vectors.VectorSettings;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The api-questions Lambda. */
@StageApplication
class ApiQuestionsApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(ApiQuestionsApplication.class, arguments);
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
    PineconeVectorStore vectors(Settings settings) {
        return new PineconeVectorStore(VectorSettings.from(settings), new TwoEncoderEmbedder());
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> apiQuestions(
            Settings settings,
            S3ObjectStore objects,
            TenantTransactions ledger,
            GraphConnection graph,
            PineconeVectorStore vectors) {
        ChampionCards cards = new ChampionCards(objects, new ModelRegistry(objects, Clock.systemUTC()));
        AskQuestion questions = new AskQuestion(
                new LedgerFigureQueries(ledger),
                new GraphQueries(graph),
                vectors,
                new PublishedForecasts(objects, cards, new LedgerQueries(ledger)),
                cards,
                answerer(settings, System.getenv()));
        return QuestionsApi.create(Gate.from(settings, new LedgerAudit(ledger)), questions);
    }

    /** @return a language model's words where one is configured, else templates, which need no network */
    static Answerer answerer(Settings settings, Map<String, String> environment) {
        String model = settings.get(Setting.BEDROCK_MODEL);
        Answerer offline = new ExtractiveAnswerer();
        return model.isEmpty() ? offline : new GroundedAnswerer(BedrockConverse.open(model, environment), offline);
    }
}
