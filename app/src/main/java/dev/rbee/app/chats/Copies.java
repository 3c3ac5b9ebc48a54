package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of chats under new ids. */
final class Copies {
    private Copies() {}

    /** The same under a new id and that title; what is still being written stands there as stopped. */
    static Loaded of(Loaded from, String title, ChatTree.Pen pen) {
        Instant now = pen.clock().instant();
        String id = pen.ids().get();
        Map<String, String> renamed = new HashMap<>();
        from.messages().forEach(row -> renamed.put(row.id(), pen.ids().get()));
        List<MessageRow> rows = new ArrayList<>();
        for (MessageRow row : from.messages()) {
            rows.add(new MessageRow(
                    renamed.getOrDefault(row.id(), row.id()),
                    id,
                    renamed(renamed, row.parent()),
                    row.role(),
                    row.at(),
                    row.state() == State.STREAMING ? State.STOPPED : row.state(),
                    row.text(),
                    row.facts()));
        }
        ChatInfo info = new ChatInfo(id, title, Titled.PERSON, from.info().folder(), false, now, now);
        return new Loaded(info, renamed(renamed, from.leaf()), from.setup(), Draft.NONE, rows);
    }

    private static @Nullable String renamed(Map<String, String> renamed, @Nullable String id) {
        return id == null ? null : renamed.get(id);
    }

    /** Only what leads to that message. */
    static Loaded upTo(Loaded from, String last) {
        Map<String, MessageRow> known = new HashMap<>();
        from.messages().forEach(row -> known.put(row.id(), row));
        Set<String> wanted = new HashSet<>();
        for (MessageRow at = known.get(last); at != null && wanted.add(at.id()); ) {
            String parent = at.parent();
            at = parent == null ? null : known.get(parent);
        }
        List<MessageRow> rows = from.messages().stream()
                .filter(row -> wanted.contains(row.id()))
                .toList();
        return new Loaded(from.info(), last, from.setup(), Draft.NONE, rows);
    }
}
