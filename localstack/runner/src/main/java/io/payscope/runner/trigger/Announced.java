package io.payscope.runner.trigger;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.ObjectHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The objects that were announced, one line each in a file of the state folder. Used by one thread. */
public final class Announced {

    private final Path file;
    private final Set<String> lines;

    /**
     * Reads what was announced before.
     *
     * @param file need not exist
     */
    public Announced(Path file) {
        this.file = file;
        try {
            this.lines = Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>();
        } catch (IOException e) {
            throw new ConfigFault("cannot read " + file, e);
        }
    }

    boolean contains(ObjectHead head) {
        return lines.contains(line(head));
    }

    void add(ObjectHead head) {
        String line = line(head);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ConfigFault("cannot write " + file, e);
        }
        lines.add(line);
    }

    /** An object that is written again has another tag or time and is new again. */
    private static String line(ObjectHead head) {
        return head.entityTag() + " " + head.lastModified() + " " + head.key();
    }
}
