package io.payscope.preparedataset;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.PrepareDatasetRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.Secrets;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The prepare-dataset Lambda. */
@StageApplication
class PrepareDatasetApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(PrepareDatasetApplication.class, arguments);
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
    Function<byte[], byte[]> prepareDataset(Settings settings, Secrets secrets, S3ObjectStore objects, Claims claims) {
        Map<String, String> environment = secrets.over(System.getenv());
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new StageFunction<>(
                "prepare-dataset",
                PrepareDatasetRequest.class,
                new PrepareDataset(
                        objects,
                        claims,
                        Catalog.load(),
                        temporary,
                        Clock.systemUTC(),
                        () -> KaggleDownloads.of(environment, settings.get(Setting.KAGGLE_ENDPOINT))));
    }
}
