package io.payscope.runtime;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.LedgerRollUp;
import io.payscope.core.stage.RollUpLedgerRequest;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** A Lambda as every stage module declares one. */
@StageApplication
class EchoApplication {

    @Bean
    Function<byte[], byte[]> echo() {
        return new StageFunction<>("echo", RollUpLedgerRequest.class, EchoApplication::answer);
    }

    private static LedgerRollUp answer(RollUpLedgerRequest request) {
        if (request.uploadId().equals("missing-library")) {
            throw new UnsatisfiedLinkError("libgomp.so.1");
        }
        if (request.bankId().equals(new BankId(9))) {
            throw new DataFault("bank 9: not in the catalog");
        }
        return new LedgerRollUp(request.bankId(), request.uploadId(), 3, 1);
    }
}
