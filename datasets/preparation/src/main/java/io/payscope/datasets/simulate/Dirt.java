package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides which rows of a file are spoilt and how, and which are written twice. The k-th of either falls at a random
 * place in the k-th of equal shares of the rows, so that a small file has its part too; groups of stains take turns. Not
 * thread-safe.
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
    private final double rowsPerStain;
    private final double rowsPerCopy;
    private final List<List<Stain>> groups;
    private long rows;
    private long stains;
    private long copies;
    private long nextStain;
    private long nextCopy;

    /**
     * @param parameters have the shares
     * @param random decides
     * @param groups the stains of the file, of which a group is drawn first
     */
    Dirt(SimulationSpec parameters, SplittableRandom random, List<List<Stain>> groups) {
        this.random = random;
        this.rowsPerStain = 1 / parameters.dirtyShare();
        this.rowsPerCopy = 1 / parameters.duplicateShare();
        this.groups = List.copyOf(groups);
        this.nextStain = (long) (random.nextDouble() * rowsPerStain);
        this.nextCopy = (long) (random.nextDouble() * rowsPerCopy);
    }

    /** What becomes of the next row. */
    Fate next() {
        long row = rows++;
        if (row >= nextStain) {
            nextStain = Math.max(row + 1, (long) ((++stains + random.nextDouble()) * rowsPerStain));
            return Fate.SPOILT;
        }
        if (row >= nextCopy) {
            nextCopy = Math.max(row + 1, (long) ((++copies + random.nextDouble()) * rowsPerCopy));
            return random.nextBoolean() ? Fate.REPEATED : Fate.REPEATED_LATER;
        }
        return Fate.CLEAN;
    }

    /** The lines that take a row's place, each with its end. A byte is a character here, so that none is changed. */
    byte[] spoil(byte[] bytes, int from, int to) {
        String row = new String(bytes, from, to - from - 1, StandardCharsets.ISO_8859_1);
        List<Stain> group = groups.get((int) (stains % groups.size()));
        Stain stain = group.get(random.nextInt(group.size()));
        List<String> fields = new ArrayList<>(List.of(row.split(",", -1)));
        String spoilt =
                switch (stain.kind()) {
                    case VALUE -> with(fields, stain.column(), stain.text());
                    case SHORT -> String.join(",", fields.subList(0, fields.size() - 1));
                    case LONG -> row + "," + stain.text();
                    case OPEN_QUOTE -> with(fields, (int) (stains / groups.size() & 1), "\"stray");
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
