package io.payscope.datasets.kaggle;

import java.time.Duration;

/** Lets time pass between two attempts; tests let none pass. */
public interface Pause {

    /** Waits. */
    void pause(Duration duration) throws InterruptedException;
}
