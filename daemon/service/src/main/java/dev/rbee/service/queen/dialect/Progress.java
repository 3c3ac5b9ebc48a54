package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts and times of one answer: what the server says of them, else what was seen. One thread. */
final class Progress {
    private final LongSupplier nanos;
    private final long began;
    private final int promptBytes;
    private long first;
    private long last;
    private int pieces;
    private int characters;
    private @Nullable JsonNode usage;
    private @Nullable JsonNode timings;

    /** {@code promptBytes}: length of the request, for an estimate where the server never counts. */
    Progress(LongSupplier nanos, int promptBytes) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.promptBytes = promptBytes;
    }

    /** Some text came. */
    void text(int length) {
        last = nanos.getAsLong();
        first = pieces == 0 ? last : first;
        pieces++;
        characters += length;
    }

    /** Keeps what the event or body says of counts and times. */
    void note(JsonNode said) {
        JsonNode theirs = said.path("usage");
        if (theirs.isObject() && theirs.path("prompt_tokens").isNumber()) {
            usage = theirs;
        }
        if (said.path("timings").isObject()) {
            timings = said.path("timings");
        }
    }

    /** As the server counted, else about: a token a piece, four bytes of the request a token. */
    Usage usage() {
        JsonNode said = usage;
        if (said == null) {
            int prompt = Math.max(1, promptBytes / 4);
            int made = Math.max(pieces, characters / 8);
            return new Usage(prompt, made, prompt + made);
        }
        int prompt = said.path("prompt_tokens").asInt();
        int made = said.path("completion_tokens").asInt();
        return new Usage(prompt, made, said.path("total_tokens").asInt(prompt + made));
    }

    /** Whether the server counted. */
    boolean counted() {
        return usage != null;
    }

    /** The server's usage as it gave it; null where it gave none. */
    @Nullable
    JsonNode theirs() {
        return usage;
    }

    Timings timings() {
        long end = last == 0 ? nanos.getAsLong() : last;
        double ttft = (first == 0 ? end - began : first - began) / 1e6;
        double predicted = first == 0 ? 0 : (last - first) / 1e6;
        JsonNode said = timings;
        if (said != null) {
            return new Timings(
                    said.path("prompt_ms").asDouble(ttft),
                    said.path("predicted_ms").asDouble(predicted),
                    ttft,
                    number(said, "prompt_per_second"),
                    number(said, "predicted_per_second"));
        }
        int made = usage().completionTokens();
        return new Timings(
                ttft, predicted, ttft, null, predicted > 0 && made > 1 ? (made - 1) * 1000 / predicted : null);
    }

    private static @Nullable Double number(JsonNode tree, String field) {
        double value = tree.path(field).asDouble();
        return value > 0 && Double.isFinite(value) ? value : null;
    }
}
