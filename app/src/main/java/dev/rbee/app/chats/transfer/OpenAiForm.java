package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** A conversation of ChatGPT's {@code conversations.json}: nodes by id, each with its parent. */
final class OpenAiForm implements Form {
    @Override
    public boolean fits(JsonNode chat) {
        return chat.path("mapping").isObject();
    }

    @Override
    public Loaded read(JsonNode chat, Supplier<String> ids, Instant now) {
        Instant created = Tree.time(chat.path("create_time"), now);
        Nodes nodes = new Nodes(ids);
        for (Map.Entry<String, JsonNode> entry : chat.path("mapping").properties()) {
            add(nodes, entry.getKey(), entry.getValue(), created);
        }
        String id = Tree.key(chat, "conversation_id");
        id = id == null ? Tree.key(chat, "id") : id;
        return Made.of(
                id == null ? ids.get() : "openai-" + id,
                Tree.text(chat, "title"),
                created,
                Tree.time(chat.path("update_time"), created),
                false,
                "",
                nodes,
                Tree.key(chat, "current_node"));
    }

    private static void add(Nodes nodes, String key, JsonNode node, Instant created) {
        String parent = Tree.key(node, "parent");
        JsonNode message = node.path("message");
        String role = Tree.text(message.path("author"), "role");
        String text = text(message.path("content"));
        boolean hidden = message.path("metadata")
                .path("is_visually_hidden_from_conversation")
                .asBoolean(false);
        if (hidden || text.isBlank() || !(role.equals("user") || role.equals("assistant"))) {
            nodes.pass(key, parent);
            return;
        }
        String model = Tree.key(message.path("metadata"), "model_slug");
        boolean person = role.equals("user");
        nodes.add(
                key,
                parent,
                person ? Role.USER : Role.ASSISTANT,
                text,
                Tree.time(message.path("create_time"), created),
                State.DONE,
                person || model == null
                        ? Facts.NONE
                        : new Facts(null, new Source(model, null, null, false), null, null));
    }

    private static String text(JsonNode content) {
        String kind = Tree.text(content, "content_type");
        if (kind.equals("code")) {
            return "```\n" + Tree.text(content, "text") + "\n```";
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content.path("parts")) {
            String more = part.isTextual() ? part.textValue() : Tree.text(part, "text");
            if (!more.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(more);
            }
        }
        return text.toString();
    }
}
