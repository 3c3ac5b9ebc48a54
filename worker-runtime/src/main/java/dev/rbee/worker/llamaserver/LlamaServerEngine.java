package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatEngine;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.ChatTurn;
import dev.rbee.worker.engine.Embedding;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.SlotUse;
import dev.rbee.worker.template.ChatMl;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A llama-server child with one model; {@link LlamaServerLoader} makes it. */
public final class LlamaServerEngine implements ChatEngine {
    private static final Logger LOG = LoggerFactory.getLogger(LlamaServerEngine.class);
    /** Characters; no text of that many per token of the context can fit. */
    private static final int LONGEST_TOKEN = 64;

    private final ServerChild child;
    private final ServerDoor door;
    private final EngineFacts facts;
    private final boolean tools;
    private final LongSupplier nanos;
    private final int maxWaiting;
    private final Seats seats;
    private final IdleCheck idle;
    private final ChildMemory memory;
    private final AtomicInteger embedding = new AtomicInteger();
    private volatile Runnable onUse = () -> {};

    LlamaServerEngine(
            ServerChild child, ServerDoor door, EngineFacts facts, boolean tools, int maxWaiting, LongSupplier nanos) {
        this.tools = tools;
        this.child = child;
        this.door = door;
        this.facts = facts;
        this.nanos = nanos;
        this.maxWaiting = maxWaiting;
        this.seats = new Seats(facts.slots(), maxWaiting, this::begin);
        this.idle = new IdleCheck(door, nanos);
        this.memory = new ChildMemory(child.pid());
    }

    @Override
    public EngineFacts facts() {
        return facts;
    }

    @Override
    public SlotUse use() {
        int texts = embedding.get();
        return texts == 0
                ? seats.use()
                : new SlotUse(facts.slots(), Math.min(texts, facts.slots()), Math.max(0, texts - facts.slots()));
    }

    @Override
    public void onUse(Runnable listener) {
        onUse = listener;
    }

    @Override
    public String render(List<ChatTurn> turns) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode messages = body.putArray("messages");
        turns.forEach(turn -> messages.addObject().put("role", turn.role()).put("content", turn.content()));
        try {
            return door.post("/apply-template", body).path("prompt").asText();
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.UNREACHABLE) {
                throw e;
            }
            LOG.debug("the template does not take these messages: {}", e.getMessage());
            return ChatMl.render(turns);
        }
    }

    @Override
    public Generation generate(GenerationSpec spec) {
        long arrived = nanos.getAsLong();
        demandGenerates();
        demandSane(spec.prompt());
        JsonNode tokens = tokens(spec.prompt());
        if (tokens.isEmpty()) {
            throw new ProblemException(Problem.field("prompt", "The prompt is empty.", "Send at least one character."));
        }
        int left = facts.context() - tokens.size();
        if (left < 1) {
            throw new ProblemException(ServerDoor.tooLong(tokens.size(), facts.context()));
        }
        int most = Math.min(left, Objects.requireNonNullElse(spec.maxTokens(), left));
        Generation generation = generation(spec.id(), tokens.size());
        return submit(new Seats.Wish(
                generation,
                new ServerRun(
                        generation,
                        door.stream("/completion", TaskBody.completion(tokens, most, spec)),
                        slot -> new CompletionReading(generation, nanos, arrived, slot),
                        child)));
    }

    @Override
    public boolean knowsTools() {
        return tools;
    }

    @Override
    public Generation chat(ChatSpec spec) {
        long arrived = nanos.getAsLong();
        demandGenerates();
        if (spec.images() && !facts.vision()) {
            throw ProblemException.of(
                    ProblemCode.IMAGES_UNSUPPORTED,
                    "This worker's model reads text only.",
                    "Use a model with a projector (mmproj), or leave the image out.");
        }
        if (spec.tools() != null && !tools) {
            throw ProblemException.of(
                    ProblemCode.TOOLS_UNSUPPORTED,
                    "This model's template knows no tools.",
                    "Use a model that calls tools.");
        }
        Generation generation = generation(spec.id(), 0);
        return submit(new Seats.Wish(
                generation,
                new ServerRun(
                        generation,
                        door.stream("/v1/chat/completions", TaskBody.chat(spec)),
                        slot -> new ChatReading(generation, nanos, arrived, slot),
                        child)));
    }

    @Override
    public Embedding embed(String text) {
        if (!facts.embeddings()) {
            throw ProblemException.of(
                    ProblemCode.EMBEDDINGS_UNSUPPORTED,
                    "This model generates text and makes no embeddings.",
                    "Load an embedding model, all-MiniLM-L6-v2 or nomic-embed-text for instance.");
        }
        if (embedding.incrementAndGet() > maxWaiting + facts.slots()) {
            embedding.decrementAndGet();
            throw ProblemException.of(
                    ProblemCode.QUEUE_FULL, maxWaiting + " texts wait already.", "Try again in a moment.");
        }
        onUse.run();
        try {
            demandSane(text);
            int tokens = tokens(text).size();
            if (tokens > facts.context()) {
                throw new ProblemException(ServerDoor.tooLong(tokens, facts.context()));
            }
            JsonNode body = Json.MAPPER.createObjectNode().put("input", text).put("encoding_format", "float");
            return new Embedding(vector(door.post("/v1/embeddings", body).at("/data/0/embedding")), tokens);
        } finally {
            embedding.decrementAndGet();
            onUse.run();
        }
    }

    @Override
    public long memory() {
        return memory.resident();
    }

    @Override
    public long peakMemory() {
        return memory.peak();
    }

    @Override
    public void close() {
        seats.close();
        child.close();
        door.close();
    }

    private Generation generation(String id, int promptTokens) {
        return new Generation(id, promptTokens, seats::cancel);
    }

    private Generation submit(Seats.Wish wish) {
        seats.submit(wish);
        onUse.run();
        return wish.generation();
    }

    private void begin(Seats.Seat seat) {
        Thread.ofVirtual().name("slot-" + seat.number()).start(() -> {
            try {
                seat.wish().run().run(seat.number());
                if (seat.wish().generation().cancelled()) {
                    idle.await(() -> seats.use().busy());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error(
                        "request={} ended by a defect", seat.wish().generation().id(), e);
                seat.wish()
                        .generation()
                        .emit(new GenerationEvent.Failed(ServerDoor.failed("the worker made a mistake")));
            } finally {
                seats.done(seat);
                onUse.run();
            }
        });
    }

    private JsonNode tokens(String text) {
        JsonNode body = Json.MAPPER.createObjectNode().put("content", text).put("add_special", true);
        return door.post("/tokenize", body).path("tokens");
    }

    private void demandGenerates() {
        if (!facts.generates()) {
            throw ProblemException.of(
                    ProblemCode.GENERATION_UNSUPPORTED,
                    "This model makes embeddings only and generates no text.",
                    "Use /v1/embeddings, or a chat model.");
        }
    }

    /** Far too long a text is not even counted. */
    private void demandSane(String text) {
        if (text.length() > (long) facts.context() * LONGEST_TOKEN + LONGEST_TOKEN) {
            throw new ProblemException(ServerDoor.tooLong(text.length() / 4, facts.context()));
        }
    }

    private static float[] vector(JsonNode numbers) {
        if (!numbers.isArray() || numbers.isEmpty()) {
            throw new ProblemException(ServerDoor.failed("it sent no vector"));
        }
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }
}
