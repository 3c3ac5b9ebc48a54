package dev.rbee.app.chats;

import dev.rbee.app.chats.store.MessageRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The shape of one chat: who is under whom, and the path that is shown. JavaFX thread only. */
final class Branches {
    private final Map<String, Message> all = new LinkedHashMap<>();
    private final List<Message> roots = new ArrayList<>();
    private final ObservableList<Message> path = FXCollections.observableArrayList();
    private final ObservableList<Message> shown = FXCollections.unmodifiableObservableList(path);

    Branches(List<MessageRow> rows, @Nullable String leaf) {
        Map<String, List<MessageRow>> under = new HashMap<>();
        Map<String, MessageRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.id(), row));
        for (MessageRow row : rows) {
            String parent = row.parent();
            String key = parent == null || !known.containsKey(parent) ? "" : parent;
            under.computeIfAbsent(key, k -> new ArrayList<>(1)).add(row);
        }
        under.values().forEach(each -> each.sort(Comparator.comparing(MessageRow::at)));
        Deque<Message> open = new ArrayDeque<>();
        for (MessageRow row : under.getOrDefault("", List.of())) {
            open.add(put(new Message(row, null)));
        }
        while (!open.isEmpty()) {
            Message next = open.remove();
            for (MessageRow row : under.getOrDefault(next.id(), List.of())) {
                open.add(put(new Message(row, next)));
            }
        }
        Message last = leaf == null ? null : all.get(leaf);
        lead(last != null ? last : roots.isEmpty() ? null : down(roots.getLast()));
    }

    ObservableList<Message> path() {
        return shown;
    }

    Iterable<Message> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    @Nullable
    Message leaf() {
        return path.isEmpty() ? null : path.getLast();
    }

    @Nullable
    Message find(String id) {
        return all.get(id);
    }

    List<Message> siblings(Message message) {
        return List.copyOf(around(message));
    }

    static List<Message> upTo(Message message) {
        List<Message> up = new ArrayList<>();
        for (Message each = message; each != null; each = each.parent()) {
            up.add(each);
        }
        Collections.reverse(up);
        return up;
    }

    Message add(MessageRow row, @Nullable Message parent) {
        Message made = put(new Message(row, parent));
        if (parent == leaf()) {
            choose(made);
            path.add(made);
        } else {
            lead(made);
        }
        return made;
    }

    void show(Message message) {
        lead(down(message));
    }

    /** Takes it and all under it out; they come back parents first. */
    List<Message> remove(Message message) {
        List<Message> gone = new ArrayList<>(List.of(message));
        for (int i = 0; i < gone.size(); i++) {
            gone.addAll(gone.get(i).children());
        }
        List<Message> around = around(message);
        int index = around.indexOf(message);
        around.remove(message);
        gone.forEach(each -> all.remove(each.id()));
        Message parent = message.parent();
        Message next = around.isEmpty() ? null : around.get(Math.min(index, around.size() - 1));
        if (parent != null) {
            parent.choose(next);
        }
        if (path.contains(message)) {
            lead(next != null ? down(next) : parent);
        }
        return gone;
    }

    /** Puts back what was removed, and shows it. */
    void restore(List<Message> gone) {
        Message first = gone.getFirst();
        Message parent = first.parent();
        if (parent != null && !all.containsKey(parent.id())) {
            return;
        }
        List<Message> around = around(first);
        around.add(first);
        around.sort(Comparator.comparing(Message::at));
        gone.forEach(each -> all.put(each.id(), each));
        show(first);
    }

    private Message put(Message message) {
        all.put(message.id(), message);
        around(message).add(message);
        return message;
    }

    private List<Message> around(Message message) {
        Message parent = message.parent();
        return parent == null ? roots : parent.children();
    }

    private static Message down(Message from) {
        Message at = from;
        for (Message next = at.chosen(); next != null; next = at.chosen()) {
            at = next;
        }
        return at;
    }

    private static void choose(Message message) {
        Message parent = message.parent();
        if (parent != null) {
            parent.choose(message);
        }
    }

    private void lead(@Nullable Message leaf) {
        List<Message> wanted = leaf == null ? List.of() : upTo(leaf);
        wanted.forEach(Branches::choose);
        int same = 0;
        while (same < path.size() && same < wanted.size() && path.get(same) == wanted.get(same)) {
            same++;
        }
        if (same < path.size()) {
            path.remove(same, path.size());
        }
        if (same < wanted.size()) {
            path.addAll(wanted.subList(same, wanted.size()));
        }
    }
}
