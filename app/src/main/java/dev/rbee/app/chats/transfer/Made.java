package dev.rbee.app.chats.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.app.chats.Titles;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts together what was read of a foreign chat. Pure. */
final class Made {
    private static final Words WORDS = Words.of(Made.class);
    private static final int LONGEST_TITLE = 300;

    private Made() {}

    static Loaded of(
            String id,
            String title,
            Instant created,
            Instant updated,
            boolean pinned,
            String system,
            Nodes nodes,
            @Nullable String leaf) {
        String plain = title.strip().replaceAll("\\s+", " ");
        String name = plain.isEmpty() ? Titles.of(nodes.firstWords(), WORDS.get("untitled")) : plain;
        String cut = name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name;
        Titled from = plain.isEmpty() ? Titled.FIRST_WORDS : Titled.PERSON;
        ChatInfo info =
                new ChatInfo(id, cut, from, null, pinned, created, updated.isBefore(created) ? created : updated);
        return new Loaded(info, nodes.id(leaf), setup(system), Draft.NONE, nodes.rows(id));
    }

    private static @Nullable String setup(String system) {
        if (system.isBlank()) {
            return null;
        }
        ObjectNode setup = Json.MAPPER.createObjectNode();
        setup.put("system", system);
        setup.put("trim", false);
        return setup.toString();
    }
}
