package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as the server takes them, written from typed values only. Pure. */
final class TaskBody {
    private TaskBody() {}

    /** For {@code /completion}. */
    static ObjectNode completion(JsonNode tokens, int maxTokens, GenerationSpec spec) {
        ObjectNode body = body(spec.sampling(), spec.stop(), spec.grammar(), spec.ignoreEos());
        body.set("prompt", tokens);
        body.put("n_predict", maxTokens);
        return body;
    }

    /** For {@code /v1/chat/completions}. */
    static ObjectNode chat(ChatSpec spec) {
        ObjectNode body = body(spec.sampling(), spec.stop(), spec.grammar(), spec.ignoreEos());
        body.set("messages", spec.messages());
        body.putObject("stream_options").put("include_usage", true);
        if (spec.maxTokens() != null) {
            body.put("max_tokens", spec.maxTokens());
        }
        if (spec.template() != null) {
            body.set("chat_template_kwargs", spec.template());
        }
        ChatSpec.Tools tools = spec.tools();
        if (tools != null) {
            body.set("tools", offered(tools));
            body.put("tool_choice", tools.choice() == ChatSpec.Choice.AUTO ? "auto" : "required");
            if (tools.parallel() != null) {
                body.put("parallel_tool_calls", tools.parallel());
            }
        }
        return body;
    }

    /** The server knows no choice by name; it is offered that tool alone then. */
    private static ArrayNode offered(ChatSpec.Tools tools) {
        if (tools.choice() != ChatSpec.Choice.NAMED) {
            return tools.list();
        }
        ArrayNode one = Json.MAPPER.createArrayNode();
        for (JsonNode tool : tools.list()) {
            if (tool.at("/function/name").asText().equals(tools.name())) {
                one.add(tool);
            }
        }
        return one;
    }

    private static ObjectNode body(Sampling sampling, List<String> stop, @Nullable String grammar, boolean ignoreEos) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("stream", true);
        body.put("return_progress", true);
        // A seed promises the same answer again: then nothing is taken from a cache that was computed otherwise.
        body.put("cache_prompt", sampling.seed() == null);
        put(body, "temperature", sampling.temperature());
        put(body, "top_p", sampling.topP());
        put(body, "min_p", sampling.minP());
        put(body, "frequency_penalty", sampling.frequencyPenalty());
        put(body, "presence_penalty", sampling.presencePenalty());
        put(body, "repeat_penalty", sampling.repeatPenalty());
        if (sampling.topK() != null) {
            body.put("top_k", sampling.topK());
        }
        if (sampling.seed() != null) {
            body.put("seed", seed(sampling.seed()));
        }
        if (!stop.isEmpty()) {
            ArrayNode stops = body.putArray("stop");
            stop.forEach(stops::add);
        }
        if (grammar != null) {
            body.put("grammar", grammar);
        }
        if (ignoreEos) {
            body.put("ignore_eos", true);
        }
        return body;
    }

    private static void put(ObjectNode body, String name, @Nullable Double value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    /** Any 64-bit seed as one of the server's 32 bits; its largest means "by chance" there. */
    private static long seed(long seed) {
        return ((seed ^ (seed >>> 32)) & 0xffff_ffffL) % 0xffff_ffffL;
    }
}
