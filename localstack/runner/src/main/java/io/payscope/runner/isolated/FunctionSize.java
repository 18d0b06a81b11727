package io.payscope.runner.isolated;

import io.payscope.runner.host.StageName;

/**
 * How large a function is on this machine.
 *
 * @param memoryMegabytes of the environment
 * @param heapMegabytes of Java's heap in it; what is left is for classes, threads and native libraries
 * @param seconds for one call
 */
public record FunctionSize(int memoryMegabytes, int heapMegabytes, long seconds) {

    private static final long LONGEST = 900;
    private static final FunctionSize SMALL = new FunctionSize(512, 256, LONGEST);
    private static final FunctionSize MEDIUM = new FunctionSize(1_024, 512, LONGEST);
    private static final FunctionSize LARGE = new FunctionSize(2_048, 1_024, LONGEST);

    /** @return the size of a function */
    public static FunctionSize of(StageName stage) {
        return switch (stage) {
            case REGISTER_UPLOAD, ROLL_UP_LEDGER, COMPLETE_UPLOAD, SUMMARIZE_RUN, CHECK_SERVICES, MIGRATE_STORES ->
                SMALL;
            case NORMALIZE_UPLOAD,
                    LOAD_LEDGER,
                    LOAD_GRAPH,
                    VALIDATE_DATASETS,
                    API_ADMIN,
                    API_UPLOADS,
                    API_PREDICTIONS -> MEDIUM;
            case PREPARE_DATASET, SYNTHESIZE_BANK, LOAD_VECTORS, TRAIN_FRAUD, TRAIN_FORECAST, API_QUESTIONS -> LARGE;
        };
    }
}
