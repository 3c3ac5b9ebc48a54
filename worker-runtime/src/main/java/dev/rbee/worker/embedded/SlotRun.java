package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaBridge;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.text.StopText;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One generation in its slot, on the slot's thread, from the prompt to an idle slot. */
final class SlotRun {
    private final LlamaBridge llama;
    private final TaskJson json;
    private final Chunks chunks;
    private final LongSupplier nanos;
    private final int slot;
    private final Job job;
    private final StopText stop;
    private final PieceCount pieces;
    private long began;
    private @Nullable Long first;

    SlotRun(LlamaBridge llama, TaskJson json, Chunks chunks, LongSupplier nanos, int slot, Job job) {
        this.llama = llama;
        this.json = json;
        this.chunks = chunks;
        this.nanos = nanos;
        this.slot = slot;
        this.job = job;
        this.stop = new StopText(job.spec().stop());
        this.pieces = new PieceCount(text -> llama.encode(text).length);
    }

    /**
     * Runs it.
     *
     * @param cached how many of the prompt's first tokens the slot's cache has already
     */
    void run(int cached) {
        began = nanos.getAsLong();
        // A seed promises the same answer again: then nothing is taken from a cache that was computed otherwise.
        boolean reuse = job.spec().sampling().seed() == null;
        job.generation().emit(new GenerationEvent.Started(slot, job.tokens().length, reuse ? cached : 0));
        if (!reuse && !job.generation().cancelled()) {
            await(llama.request(json.prefill(slot, job.tokens(), 1, false)));
        }
        if (prefill(reuse ? cached : 0)) {
            generate();
        } else {
            job.generation().emitCancelled();
        }
    }

    /** All but the last piece of the prompt; false when cancelled meanwhile: then the slot is idle, nothing runs. */
    private boolean prefill(int cached) {
        int done = cached;
        int length = job.tokens().length;
        while (!job.generation().cancelled()) {
            int size = chunks.size();
            if (length - done <= size) {
                return true;
            }
            long start = nanos.getAsLong();
            await(llama.request(json.prefill(slot, job.tokens(), done + size, true)));
            chunks.took(size, nanos.getAsLong() - start);
            done += size;
        }
        return false;
    }

    private void generate() {
        int task = llama.request(json.generation(slot, job.tokens(), job.maxTokens(), job.spec()));
        while (true) {
            LlamaBridge.Piece piece = llama.receive(task);
            if (piece.last()) {
                emit(stop.rest());
                end(pieces.lastEmpty() ? FinishReason.STOP : FinishReason.LENGTH);
                return;
            }
            if (first == null) {
                first = nanos.getAsLong();
            }
            pieces.add(piece.text());
            emit(stop.feed(piece.text()));
            if (stop.found() || job.generation().cancelled()) {
                llama.cancel(task);
                confirmIdle();
                if (stop.found()) {
                    end(FinishReason.STOP);
                } else {
                    job.generation().emitCancelled();
                }
                return;
            }
        }
    }

    /** Waits for one more token in the same slot: the library gives the slot to nobody before it is really free. */
    private void confirmIdle() {
        await(llama.request(json.prefill(slot, job.tokens(), job.tokens().length, true)));
    }

    private void await(int task) {
        while (!llama.receive(task).last()) {
            // only its last piece is of interest
        }
    }

    private void emit(String text) {
        if (!text.isEmpty()) {
            job.generation().emit(new GenerationEvent.Piece(text));
        }
    }

    private void end(FinishReason reason) {
        long now = nanos.getAsLong();
        long first = Objects.requireNonNullElse(this.first, now);
        int prompt = job.tokens().length;
        int count = reason == FinishReason.LENGTH ? job.maxTokens() : Math.min(pieces.count(), job.maxTokens());
        double promptMs = millis(first - began);
        double predictedMs = millis(now - first);
        Timings timings = new Timings(
                promptMs,
                predictedMs,
                millis(first - job.arrived()),
                promptMs > 0 ? prompt * 1000.0 / promptMs : null,
                count > 1 && predictedMs > 0 ? (count - 1) * 1000.0 / predictedMs : null);
        job.generation().emit(new GenerationEvent.Ended(reason, new Usage(prompt, count, prompt + count), timings));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
