package dev.rbee.worker.embedded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.Sampling;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task as the library takes it. The library checks neither types nor ranges: a wrong type is ignored, malformed JSON
 * ends the process. Therefore only this class writes it, from typed values. {@code n_probs} is never written: it aborts.
 */
final class TaskJson {
    private final Set<Integer> ends;

    /** Of a model whose answers end at one of these tokens. */
    TaskJson(Set<Integer> ends) {
        this.ends = ends;
    }

    /** Computes the first {@code count} tokens into the slot's cache. */
    String prefill(int slot, int[] tokens, int count, boolean keep) {
        ObjectNode task = task(slot, tokens, count);
        task.put("n_predict", 1);
        task.put("stream", false);
        task.put("cache_prompt", keep);
        task.put("temperature", 0.0);
        return Json.write(task);
    }

    /** The generation itself. */
    String generation(int slot, int[] tokens, int maxTokens, GenerationSpec spec) {
        ObjectNode task = task(slot, tokens, tokens.length);
        task.put("n_predict", maxTokens);
        task.put("stream", true);
        task.put("cache_prompt", true);
        sampling(task, spec.sampling());
        if (spec.grammar() != null) {
            task.put("grammar", spec.grammar());
        }
        if (spec.ignoreEos()) {
            task.put("ignore_eos", true);
            forbid(task, ends);
        }
        return Json.write(task);
    }

    private static ObjectNode task(int slot, int[] tokens, int count) {
        ObjectNode task = Json.MAPPER.createObjectNode();
        task.put("id_slot", slot);
        ArrayNode prompt = task.putArray("prompt");
        for (int i = 0; i < count; i++) {
            prompt.add(tokens[i]);
        }
        return task;
    }

    private static void sampling(ObjectNode task, Sampling sampling) {
        put(task, "temperature", sampling.temperature());
        put(task, "top_p", sampling.topP());
        put(task, "min_p", sampling.minP());
        put(task, "frequency_penalty", sampling.frequencyPenalty());
        put(task, "presence_penalty", sampling.presencePenalty());
        put(task, "repeat_penalty", sampling.repeatPenalty());
        if (sampling.topK() != null) {
            task.put("top_k", sampling.topK());
        }
        if (sampling.seed() != null) {
            task.put("seed", seed(sampling.seed()));
        }
    }

    private static void put(ObjectNode task, String name, @Nullable Double value) {
        if (value != null) {
            task.put(name, value);
        }
    }

    private static void forbid(ObjectNode task, Set<Integer> tokens) {
        ArrayNode bias = task.putArray("logit_bias");
        for (int token : tokens) {
            bias.addArray().add(token).add(false);
        }
    }

    /** Any 64-bit seed as one of the library's 32 bits; its largest means "by chance" there. */
    static long seed(long seed) {
        return ((seed ^ (seed >>> 32)) & 0xffff_ffffL) % 0xffff_ffffL;
    }
}
