package io.payscope.datasets;

/**
 * How a preparation works, which changes nothing about the dataset.
 *
 * @param threads that read and encode rows, at least 1
 * @param withReport whether every value is counted for a quality report, about a fifth of the work
 */
public record PreparationOptions(int threads, boolean withReport) {

    /** @return one thread a processor, and a report */
    public static PreparationOptions standard() {
        return new PreparationOptions(Runtime.getRuntime().availableProcessors(), true);
    }
}
