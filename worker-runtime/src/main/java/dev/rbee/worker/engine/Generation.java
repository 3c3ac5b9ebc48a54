package dev.rbee.worker.engine;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A generation under way: the engine puts events in, one reader takes them out. A slow reader does not hold up the slot;
 * what waits here is bounded by the context. Closing cancels what has not ended.
 */
public final class Generation implements AutoCloseable {
    private final BlockingQueue<GenerationEvent> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final String id;
    private final int promptTokens;
    private final Consumer<Generation> onCancel;

    /**
     * For engines.
     *
     * @param onCancel runs once, on the thread that cancels; must not block
     */
    public Generation(String id, int promptTokens, Consumer<Generation> onCancel) {
        this.id = id;
        this.promptTokens = promptTokens;
        this.onCancel = onCancel;
    }

    /** The request's id. */
    public String id() {
        return id;
    }

    /** Tokens of its prompt, counted. */
    public int promptTokens() {
        return promptTokens;
    }

    /** Waits for the next event; null where there was none in time. */
    public @Nullable GenerationEvent poll(Duration time) throws InterruptedException {
        return events.poll(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for the next event. */
    public GenerationEvent take() throws InterruptedException {
        return events.take();
    }

    /** Asks it to end; from any thread, does not wait. The last event is then a {@code cancelled} failure. */
    public void cancel() {
        if (!ended.get() && cancelled.compareAndSet(false, true)) {
            onCancel.accept(this);
        }
    }

    /** Whether somebody asked it to end. */
    public boolean cancelled() {
        return cancelled.get();
    }

    /** Whether its last event was put in. */
    public boolean ended() {
        return ended.get();
    }

    @Override
    public void close() {
        cancel();
    }

    /** For engines: the next event. Nothing follows an ending one. */
    public void emit(GenerationEvent event) {
        boolean last = event instanceof GenerationEvent.Ended || event instanceof GenerationEvent.Failed;
        if (last ? ended.compareAndSet(false, true) : !ended.get()) {
            events.add(event);
        }
    }

    /** For engines: it ended because somebody asked. */
    public void emitCancelled() {
        emit(new GenerationEvent.Failed(
                Problem.of(ProblemCode.CANCELLED, "The request " + id + " was cancelled.", null)));
    }
}
