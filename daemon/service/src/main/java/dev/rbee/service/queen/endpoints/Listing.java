package dev.rbee.service.queen.endpoints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.service.queen.dialect.ServerKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists of models as servers give them. Pure. */
final class Listing {
    /** Some services list thousands. */
    static final int MOST = 256;

    private static final Pattern EMBEDS =
            Pattern.compile("(^|[^a-z])(embed|embedding|bge|gte|e5|minilm|nomic-embed|jina-embeddings)([^a-z]|$)");
    private static final List<String> CONTEXT =
            List.of("max_model_len", "max_context_length", "context_length", "context_window");

    private Listing() {}

    /** What {@code GET /v1/models} says; without models whose names cannot be used. */
    static List<Offered> models(JsonNode list) {
        List<Offered> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode data = list.path("data").isArray() ? list.path("data") : list.path("models");
        for (JsonNode each : data) {
            String theirs = each.isTextual()
                    ? each.asText()
                    : each.path("id").asText(each.path("name").asText(""));
            boolean usable = !theirs.isBlank()
                    && theirs.length() <= 512
                    && theirs.chars().noneMatch(Character::isISOControl);
            if (usable && all.size() < MOST && names.add(theirs)) {
                all.add(model(theirs, each, list));
            }
        }
        return all;
    }

    private static Offered model(String theirs, JsonNode each, JsonNode list) {
        boolean embeds = embeds(theirs);
        Offered model = new Offered(Names.model(theirs), theirs, !embeds, embeds, null, null, context(each));
        for (JsonNode other : list.path("models")) { // llama-server says it there
            if (other.path("name").asText().equals(theirs)
                    && other.path("capabilities").isArray()) {
                return capable(model, other.path("capabilities"));
            }
        }
        return model;
    }

    /** With what a list of capabilities says, Ollama's and llama-server's. */
    static Offered capable(Offered model, JsonNode capabilities) {
        Set<String> can = new HashSet<>();
        capabilities.forEach(each -> can.add(each.asText().toLowerCase(Locale.ROOT)));
        if (can.isEmpty()) {
            return model;
        }
        boolean embeds = can.contains("embedding");
        boolean chats = can.contains("completion") || !embeds;
        Boolean tools = can.contains("tools") ? Boolean.TRUE : model.tools();
        boolean sees = can.contains("vision") || can.contains("multimodal");
        return model.can(chats, embeds, sees, tools);
    }

    /** With LM Studio's own list: what a model is for. */
    static Offered fromStudio(Offered model, JsonNode each) {
        String type = each.path("type").asText();
        boolean embeds = type.startsWith("embedding");
        Boolean tools = null;
        for (JsonNode capability : each.path("capabilities")) {
            tools = capability.asText().equals("tool_use") ? Boolean.TRUE : tools;
        }
        return model.can(!embeds, embeds, type.equals("vlm"), tools).within(context(each));
    }

    /** What made the server, as far as the list says. */
    static @Nullable ServerKind kind(JsonNode list, @Nullable String serverHeader) {
        String header = serverHeader == null ? "" : serverHeader.toLowerCase(Locale.ROOT);
        if (header.contains("llama.cpp")) {
            return ServerKind.LLAMA_SERVER;
        }
        for (JsonNode each : list.path("data")) {
            switch (each.path("owned_by").asText()) {
                case "vllm" -> {
                    return ServerKind.VLLM;
                }
                case "llamacpp" -> {
                    return ServerKind.LLAMA_SERVER;
                }
                default -> {}
            }
        }
        return null;
    }

    private static boolean embeds(String name) {
        return EMBEDS.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static @Nullable Integer context(JsonNode each) {
        for (String field : CONTEXT) {
            if (each.path(field).canConvertToInt() && each.path(field).intValue() > 0) {
                return each.path(field).intValue();
            }
        }
        int loaded = each.path("meta").path("n_ctx").asInt();
        return loaded > 0 ? loaded : null;
    }
}
