package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;

/** What a Task does. */
public sealed interface Call {

    /** Resource of {@link InvokeLambda}. */
    String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";

    /** Resource of {@link StartExecution}. */
    String START_EXECUTION_SYNC = "arn:aws:states:::states:startExecution.sync:2";

    /** @return an object with the arguments of the call */
    Template arguments();

    /** @return the resource that the definition names */
    String resource();

    /**
     * Calls a function.
     *
     * @param arguments FunctionName and Payload
     */
    record InvokeLambda(Template arguments) implements Call {
        @Override
        public String resource() {
            return LAMBDA_INVOKE;
        }
    }

    /**
     * Starts an execution and waits for its end.
     *
     * @param arguments StateMachineArn, Input, Name
     */
    record StartExecution(Template arguments) implements Call {
        @Override
        public String resource() {
            return START_EXECUTION_SYNC;
        }
    }
}
