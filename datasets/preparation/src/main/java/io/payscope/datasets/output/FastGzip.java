package io.payscope.datasets.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at the fastest level, for files that are read back within minutes. */
public final class FastGzip extends GZIPOutputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    /** @param target receives the compressed bytes; closed with this stream */
    public FastGzip(OutputStream target) throws IOException {
        super(target, BUFFER_BYTES);
        def.setLevel(Deflater.BEST_SPEED);
    }
}
