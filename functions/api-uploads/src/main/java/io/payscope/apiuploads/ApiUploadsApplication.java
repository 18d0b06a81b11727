package io.payscope.apiuploads;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.payscope.core.config.Settings;
import io.payscope.http.Gate;
import io.payscope.ledger.LedgerAudit;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3Links;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageMain;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The api-uploads Lambda. */
@StageApplication
class ApiUploadsApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(ApiUploadsApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    S3Links links(Settings settings) {
        return S3Links.open(ObjectSettings.from(settings));
    }

    @Bean
    TenantTransactions ledger(Settings settings) {
        return TenantTransactions.open(LedgerSettings.from(settings), TenantTransactions.ANSWERING);
    }

    @Bean
    Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> apiUploads(
            Settings settings, S3ObjectStore objects, S3Links links, TenantTransactions ledger) {
        Clock clock = Clock.systemUTC();
        UploadsApi api = new UploadsApi(
                new RequestUpload(objects, links, UploadRules.DEFAULT, clock),
                new ReadUpload(objects, S3Claims.from(settings, objects, clock), links, clock));
        return api.behind(Gate.from(settings, new LedgerAudit(ledger)));
    }
}
