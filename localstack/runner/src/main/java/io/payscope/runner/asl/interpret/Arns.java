package io.payscope.runner.asl.interpret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of things as Step Functions spells them, for the one account and region there is here. */
public final class Arns {

    /** The account. */
    public static final String ACCOUNT = "000000000000";
    /** The region. */
    public static final String REGION = "us-east-1";

    private static final String STATES = "arn:aws:states:" + REGION + ":" + ACCOUNT + ":";
    private static final String STATE_MACHINE = STATES + "stateMachine:";

    /** Source: AWS Lambda, API reference of Invoke, parameter FunctionName. */
    private static final Pattern FUNCTION = Pattern.compile(
            "(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?(?:\\d{12}:)?(?:function:)?([A-Za-z0-9_-]+)(?::[$A-Za-z0-9_-]+)?");

    private Arns() {}

    /**
     * A state machine.
     *
     * @param name its name; with a slash and a label it is what the children of a Distributed Map run
     */
    public record Machine(String name) {

        /** @return its ARN */
        public String arn() {
            return STATE_MACHINE + name;
        }

        /** @return the ARN of an execution of it */
        public String execution(String execution) {
            return STATES + "execution:" + name + ":" + execution;
        }

        /** @return the ARN of a run of a Distributed Map in it */
        public String mapRun(String run) {
            return STATES + "mapRun:" + name + ":" + run;
        }

        /** @return what the children of one of its Distributed Maps run */
        public Machine labelled(String label) {
            return new Machine(name + "/" + label);
        }
    }

    /** @return the plain name of a function given by name or by ARN, whole or partial, with or without a version */
    public static String functionName(String nameOrArn) {
        Matcher matcher = FUNCTION.matcher(nameOrArn);
        return matcher.matches() ? matcher.group(1) : nameOrArn;
    }
}
