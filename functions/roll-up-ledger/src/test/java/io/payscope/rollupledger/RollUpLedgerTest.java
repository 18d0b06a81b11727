package io.payscope.rollupledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.stage.LedgerRollUp;
import io.payscope.core.stage.RollUpLedgerRequest;
import org.junit.jupiter.api.Test;

class RollUpLedgerTest {

    @Test
    void rollsUpTheUploadOfTheBankThatIsAskedFor() {
        RollUpLedger stage = new RollUpLedger((bank, upload) -> new LedgerRollUp(bank, upload, 24, 1));
        assertThat(stage.run(new RollUpLedgerRequest(new BankId(3), "u")))
                .isEqualTo(new LedgerRollUp(new BankId(3), "u", 24, 1));
    }
}
