package io.payscope.core.stage;

/** A request that belongs to one run of the pipeline. */
public interface RunScoped {

    /** @return the run */
    String runId();
}
