package dev.rbee.worker.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.kherud.llama.LlamaBridge;
import de.kherud.llama.ModelParameters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class NativeThreadsTest {
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    @Test
    void aCallFromAVirtualThreadRunsOnAPlatformThread() {
        try (NativeThreads threads = new NativeThreads(1)) {
            boolean virtual = CompletableFuture.supplyAsync(
                            () -> threads.call(() -> Thread.currentThread().isVirtual()), VIRTUAL)
                    .join();
            assertFalse(virtual);
            assertSame(Thread.currentThread(), threads.call(Thread::currentThread));
        }
    }

    @Test
    void failuresComeBackAsTheyWere() {
        try (NativeThreads threads = new NativeThreads(1)) {
            CompletionException e = assertThrows(
                    CompletionException.class,
                    () -> CompletableFuture.supplyAsync(
                                    () -> threads.<String>call(() -> {
                                        throw new IllegalArgumentException("no");
                                    }),
                                    VIRTUAL)
                            .join());
            assertEquals(
                    "no",
                    assertInstanceOf(IllegalArgumentException.class, e.getCause())
                            .getMessage());
        }
    }

    @Test
    void theBridgeItselfRefusesVirtualThreads() {
        CompletionException e = assertThrows(
                CompletionException.class,
                () -> CompletableFuture.supplyAsync(() -> LlamaBridge.load(new ModelParameters()), VIRTUAL)
                        .join());
        assertInstanceOf(IllegalStateException.class, e.getCause());
    }
}
