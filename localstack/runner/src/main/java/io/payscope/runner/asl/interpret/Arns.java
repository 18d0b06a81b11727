package io.payscope.runner.asl.interpret;

/** Names of things as Step Functions spells them, for the one account and region there is here. */
public final class Arns {

    /** The account. */
    public static final String ACCOUNT = "000000000000";
    /** The region. */
    public static final String REGION = "us-east-1";

    private static final String STATES = "arn:aws:states:" + REGION + ":" + ACCOUNT + ":";
    private static final String STATE_MACHINE = STATES + "stateMachine:";

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

    /** @return the plain name of a function given by name, by ARN or by ARN with a version */
    public static String functionName(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        String[] parts = nameOrArn.split(":");
        return parts.length > 6 ? parts[6] : nameOrArn;
    }
}
