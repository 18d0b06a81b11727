package io.payscope.runner.run;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints a line for every function call that ends. */
public final class ProgressLines implements Consumer<StageCall> {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MESSAGE_CHARACTERS = 300;

    private final PrintWriter out;
    private final long start = System.nanoTime();

    /**
     * Starts the clock that the lines count from.
     *
     * @param out where they go
     */
    public ProgressLines(PrintWriter out) {
        this.out = out;
    }

    /** Prints a line of its own, such as that the stores are ready. */
    public void say(String text) {
        print("", text);
    }

    @Override
    public void accept(StageCall call) {
        String bank = call.bank() == null ? "" : "bank " + call.bank();
        String outcome = call.error() == null ? counts(call) : call.error() + ": " + shortened(call.message());
        print(bank, "%-18s %6.1f s  %s".formatted(call.stage().function(), call.seconds(), outcome));
    }

    private synchronized void print(String bank, String text) {
        out.printf("%7.1f s  %-7s %s%n", (System.nanoTime() - start) / NANOS_PER_SECOND, bank, text.stripTrailing());
        out.flush();
    }

    private static String counts(StageCall call) {
        StringBuilder text = new StringBuilder();
        call.counts().keySet().stream()
                .sorted()
                .filter(name -> !name.equals("bytes"))
                .forEach(name -> {
                    long count = call.counts().get(name);
                    if (count != 0) {
                        text.append(name).append(' ').append(count).append("  ");
                    }
                });
        return text.toString();
    }

    private static String shortened(@Nullable String message) {
        if (message == null) {
            return "";
        }
        return message.length() <= MESSAGE_CHARACTERS ? message : message.substring(0, MESSAGE_CHARACTERS) + "...";
    }
}
