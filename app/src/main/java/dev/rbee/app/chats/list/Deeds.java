package dev.rbee.app.chats.list;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.frame.Toasts;
import dev.rbee.app.words.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with chats and folders of the list, one or many. JavaFX thread only. */
final class Deeds {
    private static final Words WORDS = Words.of(Deeds.class);

    private final Chats chats;
    private final Toasts toasts;
    private final Consumer<String> rename;

    /** {@code rename} begins to rename the row of that key. */
    Deeds(Chats chats, Toasts toasts, Consumer<String> rename) {
        this.chats = chats;
        this.toasts = toasts;
        this.rename = rename;
    }

    void open(Row.Item item) {
        if (item.hit() == null) {
            chats.open(item.info().id());
        } else {
            chats.open(item.hit().chat(), item.hit().message());
        }
    }

    void rename(ChatInfo chat) {
        rename.accept("chat:" + chat.id());
    }

    void rename(Folder folder) {
        rename.accept("folder:" + folder.id());
    }

    void pin(Collection<ChatInfo> some, boolean pinned) {
        some.forEach(each -> chats.pin(each.id(), pinned));
    }

    void move(Collection<String> ids, @Nullable String folder) {
        ids.forEach(each -> chats.folder(each, folder));
    }

    /** Makes a folder, puts these into it, and asks for its name. */
    void newFolder(Collection<String> ids) {
        Folder made = chats.folders().add(WORDS.get("new.folder"));
        move(ids, made.id());
        rename(made);
    }

    void duplicate(ChatInfo chat) {
        chats.duplicate(chat.id());
    }

    void delete(List<ChatInfo> some) {
        if (some.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        some.forEach(each -> ids.add(each.id()));
        Runnable undo = chats.delete(ids);
        toasts.undo(
                ids.size() == 1
                        ? WORDS.get("said.deleted", some.getFirst().title())
                        : WORDS.get("said.deleted.many", ids.size()),
                undo);
    }

    void delete(Folder folder) {
        Runnable undo = chats.removeFolder(folder);
        toasts.undo(WORDS.get("said.folder.deleted", folder.name()), undo);
    }

    @Nullable
    Folder folder(String id) {
        return chats.folders().get(id);
    }

    List<Folder> folders() {
        return chats.folders().all();
    }
}
