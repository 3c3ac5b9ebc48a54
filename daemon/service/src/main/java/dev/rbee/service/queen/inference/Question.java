package dev.rbee.service.queen.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for inference.
 *
 * @param model as the caller wrote it
 * @param node on this hive only
 * @param worker to this worker only
 * @param stream whether the answer is an event stream
 * @param body as it came; goes to the worker unchanged where the model's name is the worker's
 * @param caller label, never a secret; requests wait in fair turns between callers
 * @param arrivedNanos monotonic
 * @param continued goes on behind what a worker said that was lost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
record Question(
        Kind kind,
        String id,
        String model,
        @Nullable String node,
        @Nullable String worker,
        boolean stream,
        ObjectNode tree,
        byte[] body,
        String caller,
        long arrivedNanos,
        Instant arrived,
        boolean continued) {
    /** What binds an answer to its beginning, or is no plain text: such an answer is not continued (design section 9). */
    private static final List<String> BINDING = List.of(
            "tools",
            "functions",
            "grammar",
            "json_schema",
            "response_format",
            "logprobs",
            "top_logprobs",
            "n_probs",
            "continue_from");

    /** Whether another worker could go on behind the beginning of its answer. */
    boolean continuable() {
        return stream
                && kind != Kind.EMBEDDING
                && !continued
                && worker == null
                && BINDING.stream().noneMatch(field -> asked(tree.get(field)));
    }

    /** The same question, asked of the model by that name. */
    Question named(String id) {
        if (id.equals(model)) {
            return this;
        }
        ObjectNode renamed = tree.deepCopy().put("model", id);
        return new Question(
                kind,
                this.id,
                id,
                node,
                worker,
                stream,
                renamed,
                Json.bytes(renamed),
                caller,
                arrivedNanos,
                arrived,
                continued);
    }

    /** The same question as if it had come then: what was before does not count as its waiting. */
    Question since(long nanos) {
        return new Question(kind, id, model, node, worker, stream, tree, body, caller, nanos, arrived, continued);
    }

    /** The same question to a worker that goes on behind {@code text}, which has about that many tokens. */
    Question behind(String text, int tokens) {
        ObjectNode longer = tree.deepCopy();
        longer.putObject("continue_from").put("text", text).put("tokens", Math.max(1, tokens));
        return new Question(
                kind, id, model, node, worker, stream, longer, Json.bytes(longer), caller, arrivedNanos, arrived, true);
    }

    private static boolean asked(@Nullable JsonNode field) {
        return field != null
                && !field.isNull()
                && !(field.isBoolean() && !field.booleanValue())
                && !(field.isContainerNode() && field.isEmpty())
                && !field.path("type").asText().equals("text");
    }
}
