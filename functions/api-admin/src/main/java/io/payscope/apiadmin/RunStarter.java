package io.payscope.apiadmin;

/** Starts the pipeline. */
@FunctionalInterface
interface RunStarter {

    /** What became of a start. */
    enum Started {
        /** It is running now. */
        NEW,
        /** It was started before, by the same name and with the same input. */
        BEFORE,
        /** The name was used before, with another input. */
        OTHER_INPUT
    }

    /**
     * Starts an execution unless there is one of that name.
     *
     * @param name of the execution
     * @param input JSON; equal inputs are equal texts
     * @throws io.payscope.core.fault.TransientFault if that is not to be had now
     * @throws io.payscope.http.Refusal 409 where no pipeline is configured
     */
    Started start(String name, String input);
}
