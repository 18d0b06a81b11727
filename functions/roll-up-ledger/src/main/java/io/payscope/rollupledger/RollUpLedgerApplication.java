package io.payscope.rollupledger;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.RollUpLedgerRequest;
import io.payscope.ledger.LedgerBuckets;
import io.payscope.ledger.LedgerSettings;
import io.payscope.ledger.TenantTransactions;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The roll-up-ledger Lambda. */
@StageApplication
class RollUpLedgerApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(RollUpLedgerApplication.class, arguments);
    }

    @Bean
    TenantTransactions ledger(Settings settings) {
        return TenantTransactions.open(LedgerSettings.from(settings));
    }

    @Bean
    Function<byte[], byte[]> rollUpLedger(TenantTransactions ledger) {
        return new StageFunction<>(
                "roll-up-ledger", RollUpLedgerRequest.class, new RollUpLedger(new LedgerBuckets(ledger)));
    }
}
