package io.payscope.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RunArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "--banks=9, '--banks: expected numbers from 1 to 5, found 9'",
        "--banks=three, three",
        "--source=elsewhere, elsewhere",
        "--data=somewhere, --data belongs to --source directory",
        "--source=directory, --source directory needs --data DIR",
        "--rows=99, '--rows 99: expected at least 100'",
        "--colour=red, --colour"
    })
    void wrongUsageIsExplainedAndNothingStarts(String argument, String explanation) {
        StringWriter errors = new StringWriter();
        CommandLine command = PayscopeLocal.commandLine().setErr(new PrintWriter(errors));

        int exitCode = command.execute("e2e", argument);

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains(explanation).contains("Try 'payscope-local e2e --help'.");
        assertThat(errors.toString().lines()).hasSizeLessThan(4);
    }
}
