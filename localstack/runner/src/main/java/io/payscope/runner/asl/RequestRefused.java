package io.payscope.runner.asl;

/** A request to the service was wrong. */
public final class RequestRefused extends RuntimeException {

    private final Reason reason;

    /** What was wrong, in the words of the Step Functions API. */
    public enum Reason {
        EXECUTION_ALREADY_EXISTS("ExecutionAlreadyExists"),
        EXECUTION_DOES_NOT_EXIST("ExecutionDoesNotExist"),
        INVALID_ARN("InvalidArn"),
        INVALID_EXECUTION_INPUT("InvalidExecutionInput"),
        INVALID_NAME("InvalidName"),
        INVALID_TOKEN("InvalidToken"),
        STATE_MACHINE_ALREADY_EXISTS("StateMachineAlreadyExists"),
        STATE_MACHINE_DOES_NOT_EXIST("StateMachineDoesNotExist"),
        VALIDATION("ValidationException");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** @return the error as the API names it */
        public String code() {
            return code;
        }
    }

    /**
     * @param reason what was wrong
     * @param message what was expected and found
     */
    public RequestRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** @return what was wrong */
    public Reason reason() {
        return reason;
    }
}
