package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.model.MapMode;
import java.util.Optional;

/**
 * How many children of a Distributed Map may fail. Source: AWS, "Tolerated failure threshold for Distributed Map
 * state": either limit ends the run, without any the first failure does.
 *
 * @param count failures that do not end the run
 * @param percentage failures that do not end the run, in percent of all items
 */
record Tolerance(Optional<Integer> count, Optional<Integer> percentage) {

    private static final int WHOLE = 100;

    static Tolerance of(MapMode.Distributed mode, Visit visit) {
        return new Tolerance(
                mode.toleratedFailureCount()
                        .map(count -> Typed.whole(visit, count, "ToleratedFailureCount", 0, Integer.MAX_VALUE)),
                mode.toleratedFailurePercentage()
                        .map(share -> Typed.whole(visit, share, "ToleratedFailurePercentage", 0, WHOLE)));
    }

    boolean exceededBy(int failures, int items) {
        if (count.isEmpty() && percentage.isEmpty()) {
            return failures > 0;
        }
        return count.isPresent() && failures > count.get()
                || percentage.isPresent() && (long) failures * WHOLE > (long) percentage.get() * items;
    }
}
