package io.payscope.summarizerun;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.SummarizeRunRequest;
import io.payscope.ledger.LedgerRuns;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.wire.registry.ModelRegistry;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The summarize-run Lambda. */
@StageApplication
class SummarizeRunApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(SummarizeRunApplication.class, arguments);
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
    Function<byte[], byte[]> summarizeRun(S3ObjectStore objects, TenantTransactions ledger) {
        return new StageFunction<>(
                "summarize-run",
                SummarizeRunRequest.class,
                new SummarizeRun(objects, new LedgerRuns(ledger), new ModelRegistry(objects, Clock.systemUTC())));
    }
}
