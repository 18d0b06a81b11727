package io.payscope.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1.00",
        "1.5, 1.50",
        "1.500, 1.50",
        "1.2345, 1.2345",
        "0, 0.00",
        "-0.0, 0.00",
        "1E+3, 1000.00",
        "12.30, 12.30"
    })
    void oneValueHasOneSpelling(BigDecimal amount, String spelling) {
        assertThat(Money.canonical(amount).toPlainString()).isEqualTo(spelling);
    }
}
