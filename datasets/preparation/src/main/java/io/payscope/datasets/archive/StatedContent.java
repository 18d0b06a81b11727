package io.payscope.datasets.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * An entry's bytes, which end with a fault as soon as they are more than the archive states, or at their end if they
 * are fewer or their checksum is another. Not thread-safe.
 */
final class StatedContent extends FilterInputStream {

    private final String entry;
    private final long size;
    private final long crc;
    private final Refusals refusals;
    private final CRC32 found = new CRC32();
    private long count;

    StatedContent(InputStream in, String entry, long size, long crc, Refusals refusals) {
        super(in);
        this.entry = entry;
        this.size = size;
        this.crc = crc;
        this.refusals = refusals;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (IOException e) {
            throw refusals.unreadable(entry, e);
        }
        if (read < 0) {
            require(count == size, size + " bytes as stated", count + " bytes");
            require(found.getValue() == crc, "checksum %08x".formatted(crc), "%08x".formatted(found.getValue()));
            return -1;
        }
        count += read;
        require(count <= size, size + " bytes as stated", "more");
        found.update(target, offset, read);
        return read;
    }

    private void require(boolean holds, String stated, String actual) {
        if (!holds) {
            throw refusals.broken(entry, ArchiveRule.READABLE, actual + " instead of " + stated);
        }
    }
}
