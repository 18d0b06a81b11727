package io.payscope.runner.asl.failure;

/** The error names that Step Functions itself gives. */
public final class ErrorNames {

    /** Stands for every error but {@link #DATA_LIMIT_EXCEEDED} and {@link #RUNTIME}. */
    public static final String ALL = "States.ALL";
    /** As a pattern: every error that {@link #ALL} stands for but {@link #TIMEOUT}. */
    public static final String TASK_FAILED = "States.TaskFailed";
    /** A task ran longer than it may. */
    public static final String TIMEOUT = "States.Timeout";
    /** A JSONata expression failed, gave nothing, or gave a value of the wrong type. */
    public static final String QUERY_EVALUATION = "States.QueryEvaluationError";
    /** A payload is larger than may pass between states. */
    public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    /** The execution cannot go on. */
    public static final String RUNTIME = "States.Runtime";
    /** No rule of a Choice applies and there is no default. */
    public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
    /** More children of a Distributed Map failed than is tolerated. */
    public static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    /** The items of a Distributed Map could not be read. */
    public static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
    /** The results of a Distributed Map could not be written. */
    public static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";

    private ErrorNames() {}

    /**
     * Whether a name in {@code ErrorEquals} stands for an error. The two terminal errors are matched by their own
     * names only (AWS, "Handling errors in Step Functions workflows").
     */
    public static boolean matches(String pattern, String error) {
        if (pattern.equals(error)) {
            return true;
        }
        if (error.equals(DATA_LIMIT_EXCEEDED) || error.equals(RUNTIME)) {
            return false;
        }
        return pattern.equals(ALL) || (pattern.equals(TASK_FAILED) && !error.equals(TIMEOUT));
    }
}
