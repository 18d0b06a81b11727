package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Payload;
import java.time.Instant;

/**
 * Which execution this is.
 *
 * @param arn its ARN
 * @param name its name
 * @param stateMachine what it runs
 * @param startTime when it started
 * @param input its input
 */
public record Identity(String arn, String name, Arns.Machine stateMachine, Instant startTime, Payload input) {

    /** The role that executions are said to run as; nothing checks it here. */
    public static final String ROLE_ARN = "arn:aws:iam::" + Arns.ACCOUNT + ":role/payscope-local";
}
