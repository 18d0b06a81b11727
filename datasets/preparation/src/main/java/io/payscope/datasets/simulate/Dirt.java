package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides which rows of a file are spoilt and how, and which are written twice. Every kind of stain is as likely as
 * another, and within its kind every stain. Not thread-safe.
 */
final class Dirt {

    /** What becomes of a row. */
    enum Fate {
        CLEAN,
        SPOILT,
        REPEATED,
        REPEATED_LATER
    }

    private final SplittableRandom random;
    private final double dirtyShare;
    private final double repeatedShare;
    private final List<List<Stain>> groups;
    private int openQuotes;

    /**
     * @param parameters have the shares
     * @param random decides
     * @param groups the stains of the file, of which a group is drawn first
     */
    Dirt(SimulationSpec parameters, SplittableRandom random, List<List<Stain>> groups) {
        this.random = random;
        this.dirtyShare = parameters.dirtyShare();
        this.repeatedShare = dirtyShare + parameters.duplicateShare();
        this.groups = List.copyOf(groups);
    }

    /** What becomes of the next row. */
    Fate next() {
        double draw = random.nextDouble();
        if (draw >= repeatedShare) {
            return Fate.CLEAN;
        }
        if (draw < dirtyShare) {
            return Fate.SPOILT;
        }
        return random.nextBoolean() ? Fate.REPEATED : Fate.REPEATED_LATER;
    }

    /** The lines that take a row's place, each with its end. A byte is a character here, so that none is changed. */
    byte[] spoil(byte[] bytes, int from, int to) {
        String row = new String(bytes, from, to - from - 1, StandardCharsets.ISO_8859_1);
        List<Stain> group = groups.get(random.nextInt(groups.size()));
        Stain stain = group.get(random.nextInt(group.size()));
        List<String> fields = new ArrayList<>(List.of(row.split(",", -1)));
        String spoilt = switch (stain.kind()) {
            case VALUE -> with(fields, stain.column(), stain.text());
            case SHORT -> String.join(",", fields.subList(0, fields.size() - 1));
            case LONG -> row + "," + stain.text();
            case OPEN_QUOTE -> with(fields, openQuotes++ & 1, "\"stray");
            case AFTER_QUOTE -> with(fields, 1, "\"x\"" + fields.get(1));
            case CONFLICT -> row + "\n" + with(fields, stain.column(), stain.text());
            case OMITTED -> "";
        };
        return (spoilt.isEmpty() ? "" : spoilt + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String with(List<String> fields, int column, String text) {
        fields.set(column, text);
        return String.join(",", fields);
    }
}
