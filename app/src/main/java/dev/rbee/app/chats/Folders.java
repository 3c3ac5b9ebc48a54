package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Folder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The folders of chats, in their order. JavaFX thread only; nothing blocks. */
public final class Folders {
    private final ChatStore store;
    private final Disk disk;
    private final Supplier<String> ids;
    private final ObservableList<Folder> list = FXCollections.observableArrayList();
    private final ObservableList<Folder> shown = FXCollections.unmodifiableObservableList(list);

    Folders(ChatStore store, Disk disk, Supplier<String> ids) {
        this.store = store;
        this.disk = disk;
        this.ids = ids;
    }

    void read(List<Folder> folders) {
        list.setAll(folders);
    }

    /** All, in their order. Read-only. */
    public ObservableList<Folder> all() {
        return shown;
    }

    /** Makes one at the end. */
    public Folder add(String name) {
        Folder made = new Folder(
                ids.get(), name.strip(), list.isEmpty() ? 0 : list.getLast().position() + 1);
        list.add(made);
        disk.follow(store.folders().put(made));
        return made;
    }

    /** Gives it another name; a blank one is ignored. */
    public void rename(String id, String name) {
        if (!name.isBlank()) {
            list.replaceAll(each -> each.id().equals(id) ? renamed(each, name.strip()) : each);
        }
    }

    private Folder renamed(Folder folder, String name) {
        Folder now = new Folder(folder.id(), name, folder.position());
        disk.follow(store.folders().put(now));
        return now;
    }

    void restore(Folder folder) {
        list.add(folder);
        list.sort(Comparator.comparingInt(Folder::position));
        disk.follow(store.folders().put(folder));
    }

    /** That of an id; null where there is none. */
    public @Nullable Folder get(String id) {
        return list.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    /** The first of that name, made where there is none. */
    Folder named(String name) {
        return list.stream()
                .filter(each -> each.name().equals(name.strip()))
                .findFirst()
                .orElseGet(() -> add(name));
    }

    void remove(String id) {
        list.removeIf(each -> each.id().equals(id));
        disk.follow(store.folders().remove(id));
    }
}
