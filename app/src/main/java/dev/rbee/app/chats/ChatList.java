package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatInfo;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All chats in their order: pinned ones first, then the newest. JavaFX thread only. */
final class ChatList {
    private static final Comparator<ChatInfo> ORDER = Comparator.comparing((ChatInfo info) -> !info.pinned())
            .thenComparing(Comparator.comparing(ChatInfo::updatedAt).reversed())
            .thenComparing(ChatInfo::id);

    private final Map<String, ChatInfo> byId = new HashMap<>();
    private final ObservableList<ChatInfo> list = FXCollections.observableArrayList();
    private final ObservableList<ChatInfo> shown = FXCollections.unmodifiableObservableList(list);

    ObservableList<ChatInfo> list() {
        return shown;
    }

    @Nullable
    ChatInfo get(String id) {
        return byId.get(id);
    }

    /** Those that were read, where nothing newer is known of them. */
    void read(Collection<ChatInfo> infos) {
        infos.forEach(each -> byId.putIfAbsent(each.id(), each));
        list.setAll(byId.values().stream().sorted(ORDER).toList());
    }

    /** One that is new or has changed. */
    void put(ChatInfo info) {
        ChatInfo old = byId.put(info.id(), info);
        if (old != null && ORDER.compare(old, info) == 0) {
            list.set(index(old), info);
            return;
        }
        if (old != null) {
            list.remove(index(old));
        }
        list.add(-Collections.binarySearch(list, info, ORDER) - 1, info);
    }

    /** Many at once. */
    void putAll(Collection<ChatInfo> infos) {
        infos.forEach(each -> byId.put(each.id(), each));
        list.setAll(byId.values().stream().sorted(ORDER).toList());
    }

    /** These are gone; those of them that were there come back. */
    List<ChatInfo> remove(Collection<String> ids) {
        List<ChatInfo> gone = ids.stream()
                .map(byId::remove)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (gone.size() == 1) {
            list.remove(index(gone.getFirst()));
        } else if (!gone.isEmpty()) {
            list.setAll(byId.values().stream().sorted(ORDER).toList());
        }
        return gone;
    }

    private int index(ChatInfo info) {
        return Collections.binarySearch(list, info, ORDER);
    }
}
