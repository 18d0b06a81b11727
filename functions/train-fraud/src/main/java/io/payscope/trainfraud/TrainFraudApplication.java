package io.payscope.trainfraud;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.TrainRequest;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The train-fraud Lambda. */
@StageApplication
class TrainFraudApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(TrainFraudApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    Claims claims(Settings settings, S3ObjectStore objects) {
        return S3Claims.from(settings, objects, Clock.systemUTC());
    }

    @Bean
    Function<byte[], byte[]> trainFraud(Settings settings, S3ObjectStore objects, Claims claims) {
        return new StageFunction<>(
                "train-fraud",
                TrainRequest.class,
                new TrainFraud(objects, claims, TrainFraud.costs(settings), Clock.systemUTC(), 1));
    }
}
