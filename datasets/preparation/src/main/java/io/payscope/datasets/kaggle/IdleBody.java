package io.payscope.datasets.kaggle;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that gives up when no byte comes for a while: the time limit of java.net.http ends
 * with the headers, and a stalled server would hold its reader for ever. The reader is one thread.
 */
final class IdleBody extends InputStream implements BodySubscriber<InputStream> {

    private sealed interface Signal {
        record Bytes(List<ByteBuffer> buffers) implements Signal {}

        record Failed(Throwable cause) implements Signal {}

        record Ended() implements Signal {}
    }

    private final Duration idle;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private boolean ended;

    IdleBody(Duration idle) {
        this.idle = idle;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return subscribed.thenApply(_ -> this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal.Failed(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Ended());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended && waiting.isEmpty()) {
            take();
        }
        ByteBuffer first = waiting.peek();
        if (first == null) {
            return -1;
        }
        int count = Math.min(length, first.remaining());
        first.get(target, offset, count);
        if (!first.hasRemaining()) {
            waiting.remove();
        }
        return count;
    }

    private void take() throws IOException {
        switch (next()) {
            case Signal.Bytes bytes -> {
                bytes.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(waiting::add);
                subscribed.join().request(1);
            }
            case Signal.Failed failed ->
                throw failed.cause() instanceof IOException e
                        ? e
                        : new IOException("the answer broke off", failed.cause());
            case Signal.Ended _ -> ended = true;
        }
    }

    private Signal next() throws IOException {
        try {
            Signal signal = signals.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
            if (signal == null) {
                close();
                throw new HttpTimeoutException("no byte came for " + idle.toMillis() + " ms");
            }
            return signal;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        ended = true;
        waiting.clear();
        subscribed.join().cancel();
    }
}
