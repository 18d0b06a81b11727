package io.payscope.apipredictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.http.Refusal;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRulesTest {

    private static final String PAYMENT = """
        {"transactions":[{"transactionId":"t","occurredAt":"2026-01-20T10:00:00Z","amount":12.5,"currency":"EUR",\
        "channel":"card","payerId":"C1","payeeId":null,"payeeKind":"MERCHANT","features":{"V1":1.5}}]}\
        """;

    private static ScoreBody.Payment payment(String was, String is) {
        assertThat(PAYMENT).contains(was);
        byte[] body = PAYMENT.replace(was, is).getBytes(StandardCharsets.UTF_8);
        return JsonCodec.decode(body, ScoreBody.class).transactions().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"t\" | \"\" | transactionId",
                "\"t\" | \"a\\u0000b\" | transactionId",
                "\"card\" | \"\\n\" | channel",
                "\"C1\" | \"\\u0000\" | payerId",
                "null | \"\" | payeeId",
                "EUR | nonsense | currency",
                "EUR | eur | currency",
                "2026-01-20T10:00:00Z | +1000000000-12-31T00:00:00Z | occurredAt",
                "2026-01-20T10:00:00Z | +300000-01-01T00:00:00Z | occurredAt",
                "2026-01-20T10:00:00Z | -0001-01-01T00:00:00Z | occurredAt",
                "12.5 | -0.01 | amount",
                "12.5 | 0.0000001 | amount",
                "12.5 | 1234567890123456789 | amount",
                "12.5 | 1234567890123.123456 | amount",
                "1.5} | 1e39} | features",
                "1.5} | 1e999} | features",
                "1.5} | \"NaN\"} | features",
                "1.5} | \"-Infinity\"} | features"
            })
    void whatNoFileMayBringIsRefusedByItsField(String was, String is, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> payment(was, is).of(new BankId(1)))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422))
                .withMessageContaining(field + ": expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000", "1e100000000", "1e-1000000", "1e19"})
    void anAmountIsRefusedWithoutWritingItOut(String amount) {
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> payment("12.5", amount).of(new BankId(1)))
                .withMessageContaining("amount: expected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e17", "123456789012.123456", "0.000001", "100.00000000"})
    void anAmountThatAFileMayBringIsTaken(String amount) {
        assertThatNoException().isThrownBy(() -> payment("12.5", amount).of(new BankId(1)));
    }

    @Test
    void aTimeWithoutItsUnitIsNoTime() {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> payment("\"2026-01-20T10:00:00Z\"", "5"))
                .withMessageContaining("Instant");
    }
}
