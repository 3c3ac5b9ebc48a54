package dev.rbee.app.chats.transfer;

import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the messages of one foreign chat under their foreign keys and gives them ids of ours. Nodes that are no messages are
 * passed over: what is under them hangs under the next one above. Circles are cut.
 */
final class Nodes {
    private static final Words WORDS = Words.of(Nodes.class);

    private static final int MOST = 200_000;

    private final Supplier<String> ids;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private record Node(
            String id,
            @Nullable String parent,
            @Nullable Role role,
            String text,
            Instant at,
            State state,
            Facts facts) {}

    Nodes(Supplier<String> ids) {
        this.ids = ids;
    }

    /** One that holds others but is no message itself. */
    void pass(String key, @Nullable String parent) {
        put(key, new Node("", parent, null, "", Instant.EPOCH, State.DONE, Facts.NONE));
    }

    /** One message. */
    void add(String key, @Nullable String parent, Role role, String text, Instant at, State state, Facts facts) {
        put(key, new Node(ids.get(), parent, role, text, at, state, facts));
    }

    private void put(String key, Node node) {
        if (nodes.size() >= MOST) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    WORDS.get("a.chat.in.this.file", String.valueOf(MOST)),
                    WORDS.get("take.it.out.of.the"));
        }
        nodes.putIfAbsent(key, node);
    }

    /** As rows of that chat. */
    List<MessageRow> rows(String chat) {
        List<MessageRow> rows = new ArrayList<>();
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            Node node = entry.getValue();
            Role role = node.role();
            if (role != null) {
                rows.add(new MessageRow(
                        node.id(),
                        chat,
                        above(entry.getKey()),
                        role,
                        node.at(),
                        node.state(),
                        node.text(),
                        node.facts()));
            }
        }
        return rows;
    }

    /** The id of that message, or of the next one above it; null where there is none. */
    @Nullable
    String id(@Nullable String key) {
        Node node = key == null ? null : nodes.get(key);
        if (node == null) {
            return null;
        }
        return node.role() != null ? node.id() : above(key);
    }

    private @Nullable String above(@Nullable String key) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (at != null && seen.add(at)) {
            Node node = nodes.get(at);
            at = node == null ? null : node.parent();
            Node parent = at == null ? null : nodes.get(at);
            if (parent != null && parent.role() != null) {
                return parent.id();
            }
        }
        return null;
    }

    /** The first thing a person said; empty where nobody said anything. */
    String firstWords() {
        return nodes.values().stream()
                .filter(node -> node.role() == Role.USER)
                .map(Node::text)
                .findFirst()
                .orElse("");
    }

    boolean empty() {
        return nodes.values().stream().allMatch(node -> node.role() == null);
    }
}
