package io.payscope.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Terminal terminal(boolean json, boolean interactive) {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), json, interactive);
    }

    @Test
    void barIsDrawnOverAndRemoved() {
        try (Progress progress = terminal(false, true).progress("work", 100, Progress.Unit.ROWS)) {
            progress.at(50, 100);
        }

        assertThat(err.toString()).startsWith("\rwork [----").endsWith("\r").doesNotContain("\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void elsewhereThereAreLines() {
        try (Progress progress = terminal(false, false).progress("work", 100, Progress.Unit.ROWS)) {
            progress.add(50);
        }

        assertThat(err.toString().lines()).containsExactly("work ...");
        assertThat(err.toString()).doesNotContain("\r");
    }

    @Test
    void answerInJsonIsAloneOnStandardOutput() {
        Terminal terminal = terminal(true, false);
        terminal.print("for people");

        Answer.of("verify", ExitStatus.PARTIAL, 5).print(terminal);

        assertThat(out.toString().strip())
                .isEqualTo(
                        "{\"command\":\"verify\",\"error\":null,\"exitCode\":3,\"result\":5,\"status\":\"PARTIAL\"}");
    }

    @Test
    void answerForPeopleIsNoJson() {
        Terminal terminal = terminal(false, false);
        new Table().heading("bank 3").number("rows", 1_234_567).print(terminal);

        Answer.of("verify", ExitStatus.SUCCEEDED, 5).print(terminal);

        assertThat(out.toString().lines()).containsExactly("bank 3", "  rows                                1,234,567");
    }
}
