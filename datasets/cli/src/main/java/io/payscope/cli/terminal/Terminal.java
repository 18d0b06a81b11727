package io.payscope.cli.terminal;

import java.io.Console;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: its answer to standard output, everything else to standard error. With an answer in JSON
 * nothing but that object is on standard output.
 */
public final class Terminal {

    /** Set by the script, which can ask the shell whether standard error is a terminal; Java cannot. */
    private static final String INTERACTIVE = "payscope.terminal";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean interactive;

    /**
     * @param out standard output
     * @param err standard error
     * @param json whether the answer is one JSON object
     * @param interactive whether a line on standard error can be drawn over
     */
    public Terminal(PrintWriter out, PrintWriter err, boolean json, boolean interactive) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.interactive = interactive;
    }

    /** @return whether standard error is a terminal, by what the script says, else by what Java can tell */
    public static boolean isInteractive() {
        String told = System.getProperty(INTERACTIVE);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Prints a line of the answer for people. */
    public void print(String line) {
        if (!json) {
            out.println(line.stripTrailing());
            out.flush();
        }
    }

    /** Prints the answer for programs. */
    void answer(String object) {
        out.println(object);
        out.flush();
    }

    /** Prints a line that is no part of the answer. */
    public void say(String line) {
        err.println(line.stripTrailing());
        err.flush();
    }

    /** @return whether the answer is to be one JSON object */
    boolean isJson() {
        return json;
    }

    /** Shows how far something has come; the caller closes it. */
    public Progress progress(String what, long total, Progress.Unit unit) {
        return new Progress(err, interactive, what, total, unit);
    }

    /** The text in a colour, where the answer goes to a terminal that shows them and NO_COLOR is not set. */
    public static String coloured(String colour, String text) {
        return Ansi.AUTO.string("@|" + colour + " " + text + "|@");
    }
}
