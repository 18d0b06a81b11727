package io.payscope.stores.s3;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the body of a request to its end before the answer goes out. s3proxy answers a failed precondition before it has
 * read the body, and a write before it has read what follows the last chunk; a client that is still writing then sees a
 * broken connection instead of its answer, repeats a write that was done, and is refused by its own success.
 */
final class ReadToEnd extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(ReadToEnd.class);

    private ReadToEnd(Handler handler) {
        super(handler);
    }

    /**
     * Puts itself before the handler of a server that has not been started.
     *
     * @throws IOException if this version of s3proxy is built differently
     */
    static void installIn(S3Proxy proxy) throws IOException {
        try {
            // There is no accessor, and the answer is made where no extension point of s3proxy reaches.
            Field field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            Server server = (Server) field.get(proxy);
            server.setHandler(new ReadToEnd(server.getHandler()));
        } catch (ReflectiveOperationException e) {
            throw new IOException("This version of s3proxy has no field 'server'", e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new AfterTheBody(request, response), callback);
    }

    /** Sends the answer after the body of the request, so that the connection stays usable as well. */
    private static final class AfterTheBody extends Response.Wrapper {

        private AfterTheBody(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (!isCommitted()) {
                try {
                    Content.Source.consumeAll(getRequest());
                } catch (IOException e) {
                    LOG.debug("The client went away before its answer", e);
                }
            }
            super.write(last, content, callback);
        }
    }
}
