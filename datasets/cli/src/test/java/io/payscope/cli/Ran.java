package io.payscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that a user ran.
 *
 * @param exitCode of the process
 * @param out standard output
 * @param err standard error
 */
record Ran(int exitCode, String out, String err) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Runs {@code payscope} with these arguments. */
    static Ran payscope(Object... arguments) {
        return run(Payscope.commandLine(), arguments);
    }

    static Ran run(CommandLine command, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exitCode = command.execute(texts);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** Standard output as the one JSON object that it has to be. */
    JsonNode json() {
        return JSON.readTree(out);
    }

    /** Everything that was printed, for looking for what must not be there. */
    String all() {
        return out + err;
    }
}
