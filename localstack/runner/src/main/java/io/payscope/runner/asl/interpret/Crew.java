package io.payscope.runner.asl.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Runs many jobs on virtual threads, a bounded number at once. The first job that fails interrupts the others; its
 * failure is thrown when all have ended. If the caller is interrupted, so are the jobs.
 *
 * @param <T> what a job gives
 */
final class Crew<T> {

    private final Job<T> job;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<T> results;
    private final BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    /**
     * One job.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    interface Job<T> {
        T run(int index) throws InterruptedException;
    }

    private Crew(int count, Job<T> job) {
        this.count = count;
        this.job = job;
        this.results = new AtomicReferenceArray<>(count);
    }

    /**
     * Runs all jobs.
     *
     * @param name of the threads
     * @param count how many jobs
     * @param limit jobs at once, at least 1
     * @return what the jobs gave, in the order of their indices
     */
    static <T> List<T> run(String name, int count, int limit, Job<T> job) throws InterruptedException {
        Crew<T> crew = new Crew<>(count, job);
        for (int w = 0; w < Math.min(count, limit); w++) {
            crew.workers.add(Thread.ofVirtual().name(name + "-", w).start(crew::work));
        }
        crew.await();
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(crew.results.get(i));
        }
        return all;
    }

    private void work() {
        Optional<Throwable> end = Optional.empty();
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                results.set(i, job.run(i));
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            next.set(count);
            end = Optional.of(e);
        }
        ends.add(end);
    }

    private void await() throws InterruptedException {
        Optional<Throwable> first = Optional.empty();
        for (int ended = 0; ended < workers.size(); ) {
            try {
                Optional<Throwable> end = ends.take();
                ended++;
                if (first.isEmpty() && end.isPresent()) {
                    first = end;
                    workers.forEach(Thread::interrupt);
                }
            } catch (InterruptedException e) {
                first = first.isPresent() ? first : Optional.of(e);
                workers.forEach(Thread::interrupt);
            }
        }
        switch (first.orElse(null)) {
            case null -> {
                // All went well.
            }
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException failure -> throw failure;
            case Error defect -> throw defect;
            case Throwable other -> throw new IllegalStateException("a job failed", other);
        }
    }
}
