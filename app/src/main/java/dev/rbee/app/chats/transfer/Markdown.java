package dev.rbee.app.chats.transfer;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A chat as it reads: the messages of its active path as Markdown. Pure. */
public final class Markdown {
    private static final Words WORDS = Words.of(Markdown.class);

    private Markdown() {}

    /** All of it. */
    public static String of(Loaded chat) {
        StringBuilder text = new StringBuilder("# " + chat.info().title() + "\n");
        for (MessageRow row : path(chat)) {
            text.append("\n## ").append(who(row)).append("\n\n");
            for (Attachment file : Objects.requireNonNullElse(row.facts().files(), List.<Attachment>of())) {
                String fence = fence(file.text());
                text.append("**")
                        .append(file.name())
                        .append("**\n\n")
                        .append(fence)
                        .append('\n');
                text.append(file.text().stripTrailing())
                        .append('\n')
                        .append(fence)
                        .append("\n\n");
            }
            text.append(row.text().strip()).append('\n');
        }
        return text.toString();
    }

    /** The messages of the active path. */
    static List<MessageRow> path(Loaded chat) {
        Map<String, MessageRow> known = new HashMap<>();
        chat.messages().forEach(row -> known.put(row.id(), row));
        Deque<MessageRow> path = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String leaf = chat.leaf();
        if ((leaf == null || !known.containsKey(leaf)) && !chat.messages().isEmpty()) {
            leaf = chat.messages().getLast().id();
        }
        for (MessageRow at = known.get(leaf); at != null && seen.add(at.id()); at = known.get(at.parent())) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    private static String who(MessageRow row) {
        if (row.role() == Role.USER) {
            return WORDS.get("you");
        }
        Source source = row.facts().source();
        return source == null || source.model() == null ? WORDS.get("model") : source.model();
    }

    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }
}
