package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A conversation as llama.cpp's web page exports it: {@code conv} and flat {@code messages} with their parents. */
final class LlamaForm implements Form {
    @Override
    public boolean fits(JsonNode chat) {
        return chat.path("conv").isObject() && chat.path("messages").isArray();
    }

    @Override
    public Loaded read(JsonNode chat, Supplier<String> ids, Instant now) {
        JsonNode conv = chat.path("conv");
        Instant updated = Tree.time(conv.path("lastModified"), now);
        Instant created = updated;
        Nodes nodes = new Nodes(ids);
        String system = "";
        for (JsonNode message : chat.path("messages")) {
            String key = Tree.key(message, "id");
            if (key != null) {
                Instant at = Tree.time(message.path("timestamp"), updated);
                created = at.isBefore(created) ? at : created;
                if (Tree.text(message, "role").equals("system") && system.isEmpty()) {
                    system = Tree.text(message, "content");
                }
                add(nodes, key, message, at);
            }
        }
        String id = Tree.key(conv, "id");
        return Made.of(
                id == null ? ids.get() : "llama-" + id,
                Tree.text(conv, "name"),
                created,
                updated,
                false,
                system,
                nodes,
                Tree.key(conv, "currNode"));
    }

    private static void add(Nodes nodes, String key, JsonNode message, Instant at) {
        String parent = Tree.key(message, "parent");
        String role = Tree.text(message, "role");
        boolean root = Tree.text(message, "type").equals("root");
        if (root || !(role.equals("user") || role.equals("assistant"))) {
            nodes.pass(key, parent);
            return;
        }
        String thinking = Tree.text(message, "thinking");
        String reasoning = thinking.isEmpty() ? Tree.text(message, "reasoningContent") : thinking;
        nodes.add(
                key,
                parent,
                role.equals("user") ? Role.USER : Role.ASSISTANT,
                Tree.thought(reasoning, Tree.text(message, "content")),
                at,
                State.DONE,
                facts(message));
    }

    private static Facts facts(JsonNode message) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode extra : message.path("extra")) {
            if (extra.path("content").isTextual()) {
                files.add(new Attachment(Tree.text(extra, "name"), Tree.text(extra, "content")));
            }
        }
        String model = Tree.key(message, "model");
        return new Facts(
                files.isEmpty() ? null : List.copyOf(files),
                model == null ? null : new Source(model, null, null, false),
                figures(message.path("timings")),
                null);
    }

    private static @Nullable Figures figures(JsonNode timings) {
        Integer tokens = Tree.whole(timings.path("predicted_n"));
        Double ms = Tree.real(timings.path("predicted_ms"));
        if (tokens == null) {
            return null;
        }
        Double speed = ms == null || ms <= 0 ? null : (Double) (tokens * 1000 / ms);
        return new Figures(
                Tree.whole(timings.path("prompt_n")),
                tokens,
                speed,
                Tree.real(timings.path("prompt_ms")),
                null,
                null,
                null);
    }
}
