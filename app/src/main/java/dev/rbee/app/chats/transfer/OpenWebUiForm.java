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

/** A chat as Open WebUI exports it: messages by id under {@code chat.history}, each with its {@code parentId}. */
final class OpenWebUiForm implements Form {
    @Override
    public boolean fits(JsonNode chat) {
        return chat.path("chat").path("history").path("messages").isObject();
    }

    @Override
    public Loaded read(JsonNode chat, Supplier<String> ids, Instant now) {
        JsonNode inner = chat.path("chat");
        JsonNode history = inner.path("history");
        Instant created = Tree.time(chat.path("created_at"), Tree.time(inner.path("timestamp"), now));
        Nodes nodes = new Nodes(ids);
        for (Map.Entry<String, JsonNode> entry : history.path("messages").properties()) {
            JsonNode message = entry.getValue();
            String role = Tree.text(message, "role");
            String parent = Tree.key(message, "parentId");
            String model = Tree.key(message, "model");
            if (role.equals("user") || role.equals("assistant")) {
                nodes.add(
                        entry.getKey(),
                        parent,
                        role.equals("user") ? Role.USER : Role.ASSISTANT,
                        Tree.text(message, "content"),
                        Tree.time(message.path("timestamp"), created),
                        State.DONE,
                        model == null ? Facts.NONE : new Facts(null, new Source(model, null, null, false), null, null));
            } else {
                nodes.pass(entry.getKey(), parent);
            }
        }
        String title = Tree.text(chat, "title");
        String id = Tree.key(chat, "id");
        return Made.of(
                id == null ? ids.get() : "openwebui-" + id,
                title.isEmpty() ? Tree.text(inner, "title") : title,
                created,
                Tree.time(chat.path("updated_at"), created),
                chat.path("pinned").asBoolean(false),
                Tree.text(inner, "system"),
                nodes,
                Tree.key(history, "currentId"));
    }
}
