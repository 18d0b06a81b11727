package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.core.port.PaymentEdges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSnapshotsTest {

    private static final Instant TODAY = Instant.parse("2026-05-05T00:00:00Z");

    @Test
    void oldDaysOfOneBankPushOutNoOtherBanksToday() {
        List<BankId> read = new ArrayList<>();
        PaymentEdges edges = (bank, _, _) -> {
            read.add(bank);
            return List.of();
        };
        GraphSnapshots graphs = new GraphSnapshots(edges, 2, 2);
        BankId patient = new BankId(2);
        graphs.at(patient, TODAY);
        for (int day = 0; day < 31; day++) {
            graphs.at(new BankId(1), TODAY.minus(Duration.ofDays(day)));
        }
        read.clear();

        graphs.at(patient, TODAY);

        assertThat(read).isEmpty();
    }
}
