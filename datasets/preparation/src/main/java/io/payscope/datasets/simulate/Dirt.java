package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.util.SplittableRandom;

/** Decides which rows are spoilt and which are written twice. */
final class Dirt {

    private static final String[] NO_NUMBERS = {"N/A", "1,234.56", "(null)", "1e309", "-", "twelve"};

    private final SplittableRandom random;
    private final SimulationSpec parameters;

    Dirt(SimulationSpec parameters, SplittableRandom random) {
        this.parameters = parameters;
        this.random = random;
    }

    /** Whether the row is to be spoilt. */
    boolean spoils() {
        return random.nextDouble() < parameters.dirtyShare();
    }

    /** Whether the row is to be written twice. */
    boolean copies() {
        return random.nextDouble() < parameters.duplicateShare();
    }

    /** Something that is no number. */
    String noNumber() {
        String text = NO_NUMBERS[random.nextInt(NO_NUMBERS.length)];
        return text.indexOf(',') >= 0 ? '"' + text + '"' : text;
    }
}
