package io.payscope.cli;

import io.payscope.cli.terminal.Terminal;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.registry.RegistryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about models, as they are printed.
 *
 * @param entries oldest first
 */
record Decisions(List<RegistryEntry> entries) {

    private static final String LINE = "%-6s  %-8s  %-16s  %-16s  %-28s  %-20s  %s";

    Decisions {
        entries = List.copyOf(entries);
    }

    void print(Terminal terminal) {
        terminal.print(LINE.formatted("number", "action", "champion", "challenger", "failed checks", "when", "by"));
        for (RegistryEntry entry : entries) {
            terminal.print(LINE.formatted(
                    entry.number(),
                    entry.action(),
                    version(entry.champion()),
                    version(entry.challenger()),
                    entry.failedChecks().isEmpty() ? "-" : String.join(", ", entry.failedChecks()),
                    entry.at(),
                    entry.by()));
        }
    }

    static String version(@Nullable RegisteredModel model) {
        return model == null ? "-" : model.version();
    }
}
