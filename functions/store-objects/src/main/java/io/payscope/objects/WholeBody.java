package io.payscope.objects;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The body of an object. A connection that ends early is an error here, where the HTTP client takes it for the end;
 * every failure while reading is an {@link IOException}.
 */
final class WholeBody extends FilterInputStream {

    private final String key;
    private final GetObjectResponse head;
    private long read;

    WholeBody(String key, ResponseInputStream<GetObjectResponse> body) {
        super(body);
        this.key = key;
        this.head = body.response();
    }

    String entityTag() {
        return head.eTag();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int count = super.read(bytes, from, length);
            if (count >= 0) {
                read += count;
            } else if (head.contentLength() != null && read < head.contentLength()) {
                throw new EOFException(
                        key + ": the body ended after " + read + " of " + head.contentLength() + " bytes");
            }
            return count;
        } catch (SdkException e) {
            throw new IOException(key + ": reading stopped after " + read + " bytes", e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        read += skipped;
        return skipped;
    }

    /** Bytes could not be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
