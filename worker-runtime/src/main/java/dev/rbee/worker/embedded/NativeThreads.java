package dev.rbee.worker.embedded;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Platform threads for native calls. A native call on a virtual thread pins its carrier: with two cores, two such calls
 * stop every other virtual thread of the process, its HTTP server included.
 */
final class NativeThreads implements AutoCloseable {
    /** Room for the library's tokenizer and templates, which descend with the text; only what is used is taken. */
    private static final long STACK = 64L << 20;

    private final AtomicInteger names = new AtomicInteger();
    private final ExecutorService tokenizing;

    NativeThreads(int count) {
        tokenizing = Executors.newFixedThreadPool(count, task -> thread("native-" + names.getAndIncrement(), task));
    }

    /** A platform thread that does not keep the process alive, not yet started. */
    static Thread thread(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).stackSize(STACK).unstarted(task);
    }

    /** Calls on a platform thread: on this one where it is one, else on one of the pool, for whose answer it waits. */
    <T> T call(Callable<T> task) {
        try {
            return Thread.currentThread().isVirtual() ? tokenizing.submit(task).get() : task.call();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the engine", e);
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    @Override
    public void close() {
        tokenizing.shutdownNow();
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof RuntimeException e) {
            return e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return new IllegalStateException(failure);
    }
}
