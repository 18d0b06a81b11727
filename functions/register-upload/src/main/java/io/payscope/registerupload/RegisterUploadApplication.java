package io.payscope.registerupload;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.RegisterUploadRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The register-upload Lambda. */
@StageApplication
class RegisterUploadApplication {

    /**
     * TimeoutSeconds of the ingest state machine. The claim is on the whole upload, from here to complete-upload: were
     * it to die before the execution must have ended, a second execution would load the same upload beside the first.
     */
    private static final Duration INGEST_TIME = Duration.ofSeconds(7_200);

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(RegisterUploadApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    Claims claims(Settings settings, S3ObjectStore objects) {
        return S3Claims.from(settings, objects, Clock.systemUTC(), INGEST_TIME);
    }

    @Bean
    Function<byte[], byte[]> registerUpload(S3ObjectStore objects, Claims claims) {
        return new StageFunction<>(
                "register-upload",
                RegisterUploadRequest.class,
                new RegisterUpload(objects, claims, Catalog.load().banks()));
    }
}
