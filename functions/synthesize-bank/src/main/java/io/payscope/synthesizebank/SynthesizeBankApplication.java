package io.payscope.synthesizebank;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The synthesize-bank Lambda. */
@StageApplication
class SynthesizeBankApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(SynthesizeBankApplication.class, arguments);
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
    Function<byte[], byte[]> synthesizeBank(S3ObjectStore objects, Claims claims) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new StageFunction<>(
                "synthesize-bank",
                SynthesizeBankRequest.class,
                new SynthesizeBank(objects, claims, Catalog.load(), temporary, Clock.systemUTC()));
    }
}
