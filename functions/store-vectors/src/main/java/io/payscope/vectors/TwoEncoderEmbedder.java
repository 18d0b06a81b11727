package io.payscope.vectors;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.Embedder;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * MiniLM-L6-v2 and bge-small-en-v1.5, both quantised, side by side: 768 components of unit length, and the cosine of
 * two texts is the mean of the two encoders' cosines. The same text always gives the same vector.
 *
 * <p>The models (about 200 MB resident) are loaded at the first text, so whoever only counts or deletes never pays for
 * them, and {@link #close} gives them back; the next text loads them again. Thread-safe: a process needs one.
 */
public final class TwoEncoderEmbedder implements Embedder, AutoCloseable {

    /** Components of every vector. */
    public static final int DIMENSION = 768;

    private static final String VOCABULARY = "bge-small-en-v1.5-q-tokenizer.json";

    private final int threads;
    /** Read-locked while texts are embedded, write-locked while the models come and go. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private @Nullable Models models;

    /** Uses every processor for a list of texts, one text a thread. */
    public TwoEncoderEmbedder() {
        this(Runtime.getRuntime().availableProcessors());
    }

    TwoEncoderEmbedder(int threads) {
        this.threads = threads;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        Models loaded = lockModels();
        try {
            int workers = Math.min(threads, texts.size());
            return workers <= 1 ? texts.stream().map(loaded::embed).toList() : embedInParallel(loaded, texts, workers);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Releases the models once the texts under way are embedded. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (models != null) {
                models.close();
                models = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return the models, loaded, with the read lock held */
    private Models lockModels() {
        lock.readLock().lock();
        Models loaded = models;
        if (loaded != null) {
            return loaded;
        }
        lock.readLock().unlock();
        lock.writeLock().lock();
        try {
            if (models == null) {
                models = Models.load();
            }
            lock.readLock().lock();
            return models;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static List<float[]> embedInParallel(Models models, List<String> texts, int workers) {
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<float[]>> vectors = texts.stream()
                    .map(text -> pool.submit(() -> models.embed(text)))
                    .toList();
            return vectors.stream().map(TwoEncoderEmbedder::await).toList();
        }
    }

    private static float[] await(Future<float[]> vector) {
        try {
            return vector.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFault("interrupted while texts were embedded", e);
        } catch (ExecutionException e) {
            throw new BugFault("a text could not be embedded", e);
        }
    }

    private record Models(WordPiece tokenizer, BertEncoder miniLm, BertEncoder bge) {

        static Models load() {
            WordPiece tokenizer = WordPiece.load(VOCABULARY);
            BertEncoder miniLm = BertEncoder.load("all-minilm-l6-v2-q.onnx", BertEncoder.Pooling.MEAN);
            try {
                BertEncoder bge = BertEncoder.load("bge-small-en-v1.5-q.onnx", BertEncoder.Pooling.FIRST);
                return new Models(tokenizer, miniLm, bge);
            } catch (RuntimeException e) {
                miniLm.close();
                throw e;
            }
        }

        float[] embed(String text) {
            long[] tokens = tokenizer.encode(text);
            return UnitVectors.joined(miniLm.encode(tokens), bge.encode(tokens));
        }

        void close() {
            miniLm.close();
            bge.close();
        }
    }
}
