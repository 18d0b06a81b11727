package io.payscope.datasets.simulate;

import java.io.IOException;

/** Takes the files that a simulator writes. */
interface RawSink {

    /**
     * Opens a file; the caller closes it before it opens the next.
     *
     * @param name the file's name as the original's publisher gives it
     */
    RawFileWriter open(String name) throws IOException;
}
