package io.payscope.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST", "BANK_ADMIN"})
    void aRoleThatNeedsABankIsNotGivenOutWithoutOne(String role) {
        assertThat(token("--role", role)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--role " + role + " says nothing without a bank");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anythingElseThanARoleIsRefusedByName() {
        assertThat(token("--role", "KING")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("KING", "ANALYST");
    }

    @Test
    void aTokenIsThreePartsOnALine() {
        assertThat(token("--role", "ANALYST", "--bank", "3")).isEqualTo(ExitCode.SUCCEEDED);
        assertThat(out.toString().strip().split("\\.")).hasSize(3);
    }

    private int token(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "token";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return PayscopeLocal.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line);
    }
}
