package io.payscope.trainforecast;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.TrainRequest;
import io.payscope.ledger.LedgerQueries;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The train-forecast Lambda. */
@StageApplication
class TrainForecastApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(TrainForecastApplication.class, arguments);
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
    Claims claims(Settings settings, S3ObjectStore objects) {
        return S3Claims.from(settings, objects, Clock.systemUTC());
    }

    @Bean
    Function<byte[], byte[]> trainForecast(S3ObjectStore objects, TenantTransactions ledger, Claims claims) {
        return new StageFunction<>(
                "train-forecast", TrainRequest.class, new TrainForecast(new LedgerQueries(ledger), objects, claims));
    }
}
