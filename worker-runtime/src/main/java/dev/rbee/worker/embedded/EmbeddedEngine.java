package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaBridge;
import de.kherud.llama.LlamaFailure;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatTurn;
import dev.rbee.worker.engine.Embedding;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.SlotUse;
import dev.rbee.worker.template.ChatTemplate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** llama.cpp in this process: one model, once; {@link EmbeddedLoader} makes it. */
public final class EmbeddedEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);
    /** Characters; no text of that many per token of the context can fit. */
    private static final int LONGEST_TOKEN = 64;

    private static final int USUAL_TOKEN = 4;

    private final LlamaBridge llama;
    private final EngineFacts facts;
    private final ChatTemplate template;
    private final int maxWaiting;
    private final LongSupplier nanos;
    private final Specials specials;
    private final TaskJson json;
    private final Chunks chunks;
    private final Embedder embedder;
    private final SlotPool pool;
    private final NativeThreads threads = new NativeThreads(1);
    private final AtomicInteger embedding = new AtomicInteger();
    private volatile Runnable onUse = () -> {};

    EmbeddedEngine(
            LlamaBridge llama,
            EngineFacts facts,
            ChatTemplate template,
            int batch,
            int maxWaiting,
            LongSupplier nanos) {
        this.llama = llama;
        this.facts = facts;
        this.template = template;
        this.maxWaiting = maxWaiting;
        this.nanos = nanos;
        this.specials = Specials.of(facts.model().tokenizer());
        this.json = new TaskJson(threads.call(() -> EndTokens.of(facts.model().tokenizer(), llama::encode)));
        this.chunks = new Chunks(batch);
        this.embedder = new Embedder(llama);
        this.pool = new SlotPool(facts.slots(), maxWaiting);
        for (int slot = 0; slot < facts.slots(); slot++) {
            int mine = slot;
            NativeThreads.thread("slot-" + slot, () -> serve(mine)).start();
        }
    }

    @Override
    public EngineFacts facts() {
        return facts;
    }

    @Override
    public SlotUse use() {
        int texts = embedding.get();
        return texts == 0 ? pool.use() : new SlotUse(facts.slots(), 1, texts - 1);
    }

    @Override
    public void onUse(Runnable listener) {
        onUse = listener;
    }

    @Override
    public String render(List<ChatTurn> turns) {
        return threads.call(() -> template.render(turns));
    }

    @Override
    public Generation generate(GenerationSpec spec) {
        long arrived = nanos.getAsLong();
        if (!facts.generates()) {
            throw ProblemException.of(
                    ProblemCode.GENERATION_UNSUPPORTED,
                    "This model makes embeddings only and generates no text.",
                    "Use /v1/embeddings, or a chat model.");
        }
        demandSane(spec.prompt());
        int[] tokens = specials.around(threads.call(() -> llama.encode(spec.prompt())));
        demandFit(tokens.length, 1);
        if (tokens.length == 0) {
            throw new ProblemException(Problem.field("prompt", "The prompt is empty.", "Send at least one character."));
        }
        int left = facts.context() - tokens.length;
        int most = Math.min(left, Objects.requireNonNullElse(spec.maxTokens(), left));
        Generation generation = new Generation(spec.id(), tokens.length, pool::withdraw);
        pool.submit(new Job(spec, tokens, most, generation, arrived));
        onUse.run();
        return generation;
    }

    @Override
    public Embedding embed(String text) {
        if (!facts.embeddings()) {
            throw ProblemException.of(
                    ProblemCode.EMBEDDINGS_UNSUPPORTED,
                    "This model generates text and makes no embeddings.",
                    "Load an embedding model, all-MiniLM-L6-v2 or nomic-embed-text for instance.");
        }
        if (embedding.incrementAndGet() > maxWaiting + 1) {
            embedding.decrementAndGet();
            throw ProblemException.of(
                    ProblemCode.QUEUE_FULL, maxWaiting + " texts wait already.", "Try again in a moment.");
        }
        onUse.run();
        try {
            demandSane(text);
            return threads.call(() -> {
                int tokens = llama.encode(text).length + specials.count();
                demandFit(tokens, 0);
                return new Embedding(embedder.embed(text), tokens);
            });
        } finally {
            embedding.decrementAndGet();
            onUse.run();
        }
    }

    @Override
    public void close() {
        pool.close();
        threads.close();
    }

    /** A slot's thread: one job after the other until the engine ends. */
    private void serve(int slot) {
        int[] cache = {};
        try {
            for (Job job = pool.next(slot); job != null; job = pool.next(slot)) {
                run(slot, job, SlotPool.common(cache, job.tokens()));
                cache = job.tokens();
                pool.done(slot, cache);
                onUse.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int slot, Job job, int cached) {
        try {
            if (job.generation().cancelled()) {
                job.generation().emitCancelled();
            } else {
                new SlotRun(llama, json, chunks, nanos, slot, job).run(cached);
            }
        } catch (LlamaFailure e) {
            LOG.warn("request={} slot={} failed in the engine: {}", job.spec().id(), slot, e.getMessage());
            fail(job, "The engine could not answer: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            LOG.error("request={} slot={} ended by a defect", job.spec().id(), slot, e);
            fail(job, "The worker made a mistake; its log has the details.");
        }
    }

    private static void fail(Job job, String message) {
        job.generation()
                .emit(new GenerationEvent.Failed(Problem.of(
                        ProblemCode.WORKER_FAILED,
                        message,
                        "Try again; if it happens again, look at the worker's log.")));
    }

    /** Far too long a text is not even counted: the tokenizer's time and stack grow with it. */
    private void demandSane(String text) {
        if (text.length() > (long) facts.context() * LONGEST_TOKEN + LONGEST_TOKEN) {
            demandFit(text.length() / USUAL_TOKEN, 0);
        }
    }

    private void demandFit(int tokens, int more) {
        if (tokens + more > facts.context()) {
            throw new ProblemException(new Problem(
                    ProblemCode.CONTEXT_LENGTH_EXCEEDED,
                    "The prompt has " + tokens + " tokens" + (more > 0 ? " and needs room for an answer" : "")
                            + ", the context of this worker holds " + facts.context() + ".",
                    null,
                    "Shorten the prompt, or start the worker with a larger context.",
                    null));
        }
    }
}
