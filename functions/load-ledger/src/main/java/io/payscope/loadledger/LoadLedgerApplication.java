package io.payscope.loadledger;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.ledger.LedgerLoader;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The load-ledger Lambda. */
@StageApplication
class LoadLedgerApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(LoadLedgerApplication.class, arguments);
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
    Function<byte[], byte[]> loadLedger(S3ObjectStore objects, TenantTransactions ledger) {
        return new StageFunction<>(
                "load-ledger",
                LoadPartRequest.class,
                new LoadLedger(new Manifests(objects), new LedgerLoader(ledger), new Receipts(objects)));
    }
}
