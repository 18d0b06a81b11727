package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.RawBucket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MobileMoneyMappingTest {

    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final String PAYSIM_HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @Test
    void mobileMoneyRow() throws IOException {
        bucket.raw(3, PAYSIM, PAYSIM_HEADER + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n");

        Datasheet sheet = bucket.prepare(3);

        CanonicalTransaction row = sheet.rows().getFirst().transaction();
        assertThat(row.transactionId()).matches("h[0-9a-f]{20}");
        assertThat(row.occurredAt()).isEqualTo(Instant.parse("2017-01-01T05:00:00Z"));
        assertThat(row.amount()).isEqualTo(new BigDecimal("181.50"));
        assertThat(row.currency()).isEqualTo("XXX");
        assertThat(row.channel()).isEqualTo("transfer");
        assertThat(row.payerId()).isEqualTo("C13");
        assertThat(row.payeeId()).isEqualTo("C55");
        assertThat(row.payeeKind()).isEqualTo(PayeeKind.ACCOUNT);
        assertThat(row.label()).isEqualTo(Label.FRAUD);
        assertThat(row.lifecycleStage()).isEqualTo(LifecycleStage.SETTLED);
        assertThat(row.sourceRow()).isEqualTo(1);
        assertThat(sheet.feature(0, "is_transfer")).isEqualTo(1);
        assertThat(sheet.feature(0, "is_cash_out")).isEqualTo(0);
    }

    @Test
    void nothingThatPaySimGivesTheLabelAwayByIsAFeature() throws IOException {
        bucket.raw(3, PAYSIM, PAYSIM_HEADER + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n");

        assertThat(bucket.prepare(3).identity().features())
                .containsExactly("is_transfer", "is_cash_out", "is_cash_in", "is_payment", "is_debit");
    }

    @Test
    void idDependsOnValuesNotOnSpelling() throws IOException {
        bucket.raw(
                3,
                PAYSIM,
                PAYSIM_HEADER
                        + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n"
                        + "5.0,TRANSFER,181.500,C13,181.5,-0,C55,2.125e1,0.0,\"1\",0\n"
                        + "5,TRANSFER,181.51,C13,181.50,0,C55,21.25,0,1,0\n");

        Datasheet sheet = bucket.prepare(3);

        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.identity().duplicatesRemoved()).isEqualTo(1);
    }

    @Test
    void columnsMayComeInAnyOrder() throws IOException {
        bucket.raw(3, PAYSIM, PAYSIM_HEADER + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n");
        String id = bucket.prepare(3).rows().getFirst().transaction().transactionId();
        bucket.raw(
                3,
                PAYSIM,
                "extra,TYPE,step,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,"
                        + "newbalanceDest,isFraud,isFlaggedFraud\nx,TRANSFER,5,181.5,C13,181.50,0,C55,21.25,0,1,0\n");

        assertThat(bucket.prepare(3).rows().getFirst().transaction().transactionId())
                .isEqualTo(id);
    }
}
