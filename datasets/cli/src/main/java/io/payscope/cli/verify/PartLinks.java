package io.payscope.cli.verify;

import io.payscope.cli.verify.Link.Kind;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.ManifestIdentity;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.json.Hashes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Holds a dataset's parts against its manifest, in one pass over them. */
final class PartLinks {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ObjectStore objects;
    private final Links links;

    PartLinks(ObjectStore objects, Links links) {
        this.objects = objects;
        this.links = links;
    }

    /** Checks every part, and all of them together. */
    void check(Dataset dataset) {
        ManifestIdentity identity = dataset.identity();
        MessageDigest content = Hashes.sha256();
        long rows = 0;
        boolean whole = true;
        for (PartRef part : identity.parts()) {
            rows += part.rows();
            whole &= check(part, content);
        }
        if (rows != identity.rowsKept()) {
            links.broken(
                    Kind.CONTENT,
                    dataset.key(),
                    identity.rowsKept() + " rows kept",
                    rows + " rows in " + identity.parts().size() + " parts");
        } else if (whole) {
            links.equal(Kind.CONTENT, dataset.key(), "content sha256", identity.contentSha256(), Hashes.hex(content));
        } else {
            links.absent(Kind.CONTENT, dataset.key(), "not every part can be read");
        }
    }

    /** A canonical text holds no line break, so the rows are the lines but the header. */
    private boolean check(PartRef part, MessageDigest content) {
        if (objects.head(part.key()).isEmpty()) {
            links.absent(Kind.PART, part.key(), "the part is not there");
            return false;
        }
        MessageDigest digest = Hashes.sha256();
        long lines = 0;
        try (InputStream in = new GZIPInputStream(objects.open(part.key()), BUFFER_BYTES)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                content.update(buffer, 0, read);
                lines += lines(buffer, read);
            }
        } catch (ZipException | EOFException | DataFault e) {
            links.broken(Kind.PART, part.key(), "a gzipped part", String.valueOf(e.getMessage()));
            return false;
        } catch (IOException e) {
            throw new TransientFault(part.key() + ": reading stopped", e);
        }
        String expected = "sha256 " + part.sha256() + " and " + part.rows() + " rows";
        String found = "sha256 " + Hashes.hex(digest) + " and " + Math.max(0, lines - 1) + " rows";
        if (expected.equals(found)) {
            links.sound(
                    Kind.PART,
                    part.key(),
                    part.rows() + " rows, sha256 " + part.sha256().substring(0, 12));
        } else {
            links.broken(Kind.PART, part.key(), expected, found);
        }
        return true;
    }

    static long lines(byte[] bytes, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
