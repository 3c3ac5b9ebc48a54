package dev.rbee.service.models.fetch;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Does what is done whole or not at all: an interrupt would close the file under the hand that writes. */
public final class Undisturbed {
    private Undisturbed() {}

    /** Runs it on a thread of its own, which nobody interrupts, and waits for its end. Throws what it throws. */
    public static <T> T run(Callable<T> work) throws IOException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofPlatform().name("undisturbed").start(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) { // whoever waits must hear of it, whatever it is
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        }
    }
}
