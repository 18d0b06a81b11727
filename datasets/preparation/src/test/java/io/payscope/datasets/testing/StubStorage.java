package io.payscope.datasets.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The storage that Kaggle's API points to: signed links, ranges, hashes. It refuses credentials. */
final class StubStorage implements AutoCloseable {

    private record Stored(String name, byte[] bytes, Instant modified) {

        String md5() {
            try {
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        String hash() {
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            byte[] value = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
            return "crc32c=" + Base64.getEncoder().encodeToString(value) + ", md5=" + md5();
        }

        String modifiedText() {
            return DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC));
        }
    }

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");
    private static final Pattern SIGNATURE = Pattern.compile(".*X-Goog-Signature=(\\w+).*");

    private final Map<String, Stored> stored = new ConcurrentHashMap<>();
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private final Queue<StubTrick> tricks = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<String> seen;
    private final StubServer server;

    /** @param seen gets a line for each request */
    StubStorage(Queue<String> seen) {
        this.seen = seen;
        this.server = new StubServer(this::answer);
    }

    void put(String id, String name, byte[] bytes, Instant modified) {
        stored.put(id, new Stored(name, bytes, modified));
    }

    boolean has(String id) {
        return stored.containsKey(id);
    }

    byte[] bytes(String id) {
        return stored.get(id).bytes();
    }

    void next(StubTrick trick) {
        tricks.add(trick);
    }

    void expireLinks() {
        signatures.clear();
    }

    /** A link that works until links expire. */
    String link(String id) {
        String signature = "s" + Long.toHexString(System.nanoTime());
        signatures.add(signature);
        return server.url() + "/" + id + "/" + stored.get(id).name()
                + "?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Expires=3600&X-Goog-Signature=" + signature;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        seen.add(exchange.getRequestMethod() + " storage" + (range == null ? "" : " " + range));
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            StubServer.send(exchange, xml(400, "InvalidArgument"));
            return;
        }
        StubTrick trick = tricks.poll();
        Matcher signature =
                SIGNATURE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        if (trick instanceof StubTrick.Reply reply) {
            StubServer.send(exchange, reply.answer());
        } else if (!signature.matches() || !signatures.contains(signature.group(1))) {
            StubServer.send(exchange, xml(400, "ExpiredToken"));
        } else {
            serve(exchange, trick, range);
        }
    }

    private static StubReply xml(int status, String code) {
        String body = "<?xml version='1.0' encoding='UTF-8'?><Error><Code>" + code + "</Code></Error>";
        return new StubReply(status, Map.of("Content-Type", "application/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(HttpExchange exchange, @Nullable StubTrick trick, @Nullable String range) throws IOException {
        Stored file = stored.get(exchange.getRequestURI().getPath().split("/", -1)[1]);
        String etag = "\"" + file.md5() + "\"";
        exchange.getResponseHeaders().add("ETag", etag);
        exchange.getResponseHeaders().add("Last-Modified", file.modifiedText());
        exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().add("Content-Type", "application/zip");
        String hash = trick instanceof StubTrick.Hash other ? other.header() : file.hash();
        if (!hash.isEmpty()) {
            exchange.getResponseHeaders().add("x-goog-hash", hash);
        }
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        boolean same = ifRange == null || ifRange.equals(etag) || ifRange.equals(file.modifiedText());
        if (range == null || !same || trick instanceof StubTrick.IgnoreRange) {
            send(exchange, trick, 200, file.bytes(), 0);
            return;
        }
        Matcher asked = RANGE.matcher(range);
        int from = asked.matches() ? Integer.parseInt(asked.group(1)) : 0;
        if (from >= file.bytes().length) {
            exchange.getResponseHeaders().add("Content-Range", "bytes */" + file.bytes().length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        int sent = trick instanceof StubTrick.ShiftRange ? from - 1 : from;
        exchange.getResponseHeaders()
                .add("Content-Range", "bytes " + sent + "-" + (file.bytes().length - 1) + "/" + file.bytes().length);
        send(exchange, trick, 206, file.bytes(), sent);
    }

    private void send(HttpExchange exchange, @Nullable StubTrick trick, int status, byte[] bytes, int from)
            throws IOException {
        int length = bytes.length - from;
        exchange.sendResponseHeaders(status, length);
        OutputStream body = exchange.getResponseBody();
        switch (trick) {
            case StubTrick.Truncate truncate -> body.write(bytes, from, Math.min(truncate.bytes(), length));
            case StubTrick.Stall stall -> {
                body.write(bytes, from, Math.min(stall.bytes(), length));
                body.flush();
                awaitClose();
            }
            case null, default -> body.write(bytes, from, length);
        }
        body.flush();
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
