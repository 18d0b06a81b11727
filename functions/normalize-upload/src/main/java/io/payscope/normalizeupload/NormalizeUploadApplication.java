package io.payscope.normalizeupload;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.NormalizeUploadRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The normalize-upload Lambda. */
@StageApplication
class NormalizeUploadApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(NormalizeUploadApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    Function<byte[], byte[]> normalizeUpload(S3ObjectStore objects) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new StageFunction<>(
                "normalize-upload",
                NormalizeUploadRequest.class,
                new NormalizeUpload(objects, Catalog.load(), temporary, Clock.systemUTC()));
    }
}
