package io.payscope.stores.s3;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock per key, there only while somebody holds it or waits for it. */
final class KeyLocks {

    private final ConcurrentMap<String, Counted> locks = new ConcurrentHashMap<>();

    private record Counted(ReentrantLock lock, int users) {}

    /** Runs the work while nobody else works on the key. */
    <R> R alone(String key, Supplier<R> work) {
        ReentrantLock lock = locks.compute(
                        key,
                        (_, counted) -> counted == null
                                ? new Counted(new ReentrantLock(), 1)
                                : new Counted(counted.lock(), counted.users() + 1))
                .lock();
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
            locks.computeIfPresent(
                    key,
                    (_, counted) -> counted.users() == 1 ? null : new Counted(counted.lock(), counted.users() - 1));
        }
    }
}
