package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.contract.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A chat as we write it, with all of its branches. */
final class OwnForm implements Form {
    @Override
    public boolean fits(JsonNode chat) {
        return chat.path("messages").isArray() && chat.path("title").isTextual() && chat.has("created_at");
    }

    static ObjectNode write(Loaded chat, String folder) {
        ChatInfo info = chat.info();
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", info.id());
        node.put("title", info.title());
        node.put("pinned", info.pinned());
        if (!folder.isEmpty()) {
            node.put("folder", folder);
        }
        node.put("created_at", info.createdAt().toString());
        node.put("updated_at", info.updatedAt().toString());
        node.put("leaf", chat.leaf());
        String setup = chat.setup();
        if (setup != null) {
            node.set("setup", tree(setup));
        }
        ArrayNode messages = node.putArray("messages");
        chat.messages().forEach(row -> messages.add(message(row)));
        return node;
    }

    private static JsonNode tree(String json) {
        return Json.read(json, JsonNode.class);
    }

    private static ObjectNode message(MessageRow row) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", row.id());
        node.put("parent", row.parent());
        node.put("role", row.role().name().toLowerCase(Locale.ROOT));
        node.put("at", row.at().toString());
        node.put("state", row.state().name().toLowerCase(Locale.ROOT));
        node.put("text", row.text());
        Facts facts = row.facts();
        if (facts.files() != null) {
            node.set("files", Json.MAPPER.valueToTree(facts.files()));
        }
        if (facts.source() != null) {
            node.set("source", Json.MAPPER.valueToTree(facts.source()));
        }
        if (facts.figures() != null) {
            node.set("figures", Json.MAPPER.valueToTree(facts.figures()));
        }
        return node;
    }

    @Override
    public Loaded read(JsonNode chat, Supplier<String> ids, Instant now) {
        Instant created = Tree.time(chat.path("created_at"), now);
        Nodes nodes = new Nodes(ids);
        for (JsonNode message : chat.path("messages")) {
            String key = Tree.key(message, "id");
            nodes.add(
                    key == null ? ids.get() : key,
                    Tree.key(message, "parent"),
                    Tree.text(message, "role").equals("assistant") ? Role.ASSISTANT : Role.USER,
                    Tree.text(message, "text"),
                    Tree.time(message.path("at"), created),
                    state(Tree.text(message, "state")),
                    facts(message));
        }
        String id = Tree.key(chat, "id");
        Loaded made = Made.of(
                id == null ? ids.get() : id,
                Tree.text(chat, "title"),
                created,
                Tree.time(chat.path("updated_at"), created),
                chat.path("pinned").asBoolean(false),
                "",
                nodes,
                Tree.key(chat, "leaf"));
        JsonNode setup = chat.path("setup");
        return new Loaded(
                made.info(), made.leaf(), setup.isObject() ? setup.toString() : null, made.draft(), made.messages());
    }

    private static State state(String name) {
        return switch (name) {
            case "stopped" -> State.STOPPED;
            case "failed" -> State.FAILED;
            case "cut", "streaming" -> State.CUT;
            default -> State.DONE;
        };
    }

    private static Facts facts(JsonNode message) {
        List<Attachment> files = new ArrayList<>();
        message.path("files")
                .forEach(file -> files.add(new Attachment(Tree.text(file, "name"), Tree.text(file, "text"))));
        return new Facts(
                files.isEmpty() ? null : List.copyOf(files),
                source(message.path("source")),
                figures(message.path("figures")),
                null);
    }

    private static @Nullable Source source(JsonNode node) {
        return node.isObject()
                ? new Source(
                        Tree.key(node, "model"),
                        Tree.key(node, "worker"),
                        Tree.key(node, "hive"),
                        node.path("queenless").asBoolean(false))
                : null;
    }

    private static @Nullable Figures figures(JsonNode node) {
        return node.isObject()
                ? new Figures(
                        Tree.whole(node.path("prompt_tokens")),
                        Tree.whole(node.path("tokens")),
                        Tree.real(node.path("per_second")),
                        Tree.real(node.path("first_ms")),
                        Tree.real(node.path("total_ms")),
                        Tree.key(node, "reason"),
                        Tree.whole(node.path("context")))
                : null;
    }
}
