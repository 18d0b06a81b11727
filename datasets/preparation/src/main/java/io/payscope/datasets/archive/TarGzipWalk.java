package io.payscope.datasets.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Goes through a tar.gz from its beginning to its end; it has no directory, so all of it is uncompressed each time. */
final class TarGzipWalk implements ArchiveWalk {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Refusals refusals;
    private final ArchiveLimits limits;

    TarGzipWalk(Path file, Refusals refusals, ArchiveLimits limits) {
        this.file = file;
        this.refusals = refusals;
        this.limits = limits;
    }

    @Override
    public void walk(Visitor visitor) throws IOException {
        try (InputStream stored = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
                InputStream plain = new Bounded(GzipCompressorInputStream.builder()
                        .setInputStream(stored)
                        .setDecompressConcatenated(true)
                        .get());
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                String name = entry.getName();
                visitor.visit(item(entry), () -> new Content(tar, name));
                entry = tar.getNextEntry();
            }
            plain.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static ArchiveItem item(TarArchiveEntry entry) {
        return new ArchiveItem(entry.getName(), entry.getName(), kind(entry), entry.getRealSize(), -1);
    }

    private static ArchiveItem.Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return ArchiveItem.Kind.LINK;
        }
        if (entry.isDirectory()) {
            return ArchiveItem.Kind.FOLDER;
        }
        byte type = entry.getLinkFlag();
        boolean plain = type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
        return plain && !entry.isSparse() ? ArchiveItem.Kind.FILE : ArchiveItem.Kind.SPECIAL;
    }

    /** One entry of the stream; closing it leaves the archive open. */
    private final class Content extends FilterInputStream {

        private final String entry;

        Content(InputStream tar, String entry) {
            super(tar);
            this.entry = entry;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                throw refusals.unreadable(entry, e);
            }
        }

        @Override
        public void close() {
            // The archive goes on behind the entry.
        }
    }

    /** Stops at the limits whatever the headers state. */
    private final class Bounded extends FilterInputStream {

        private final long compressed;
        private long count;

        Bounded(InputStream in) throws IOException {
            super(in);
            this.compressed = Files.size(file);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            if (count > limits.totalBytes()) {
                throw refusals.beyond("", ArchiveRule.TOTAL_SIZE, limits.totalBytes(), count);
            }
            if (limits.exceedsRatio(count, compressed)) {
                throw refusals.beyond("", ArchiveRule.RATIO, limits.ratio(), count / Math.max(compressed, 1));
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long left = bytes;
            byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(bytes, 1))];
            while (left > 0) {
                int read = read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
            return bytes - left;
        }
    }
}
