package io.payscope.completeupload;

import io.payscope.core.claim.Claims;
import io.payscope.core.config.Settings;
import io.payscope.core.stage.CompleteUploadRequest;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.LedgerUploads;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3Claims;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The complete-upload Lambda. */
@StageApplication
class CompleteUploadApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(CompleteUploadApplication.class, arguments);
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
    Function<byte[], byte[]> completeUpload(S3ObjectStore objects, TenantTransactions ledger, Claims claims) {
        return new StageFunction<>(
                "complete-upload",
                CompleteUploadRequest.class,
                new CompleteUpload(new Manifests(objects), new Receipts(objects), new LedgerUploads(ledger), claims));
    }
}
