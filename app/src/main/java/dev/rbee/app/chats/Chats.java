package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.chats.store.Hit;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.Preset;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.Task;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * All chats, and the one that is open. What is changed shows at once; the disk follows in order, and where it cannot, {@link #trouble}
 * says so and all goes on in memory. JavaFX thread only; nothing but {@link #close} blocks.
 */
public final class Chats implements AutoCloseable {
    private static final Words WORDS = Words.of(Chats.class);

    private final ChatStore store;
    private final Background background;
    private final ChatTree.Pen pen;
    private final ChatList list = new ChatList();
    private final Folders folders;
    private final Disk disk;
    private final Map<String, WeakReference<ChatTree>> trees = new HashMap<>();
    private final ReadOnlyObjectWrapper<ChatTree> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Message> hit = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private String wanted = "";
    private UnaryOperator<String> naming = said -> Titles.of(said, "");

    /** Those of that store, which it closes in the end; {@code later} runs things on the JavaFX thread. */
    public Chats(ChatStore store, Background background, Executor later, InstantSource clock, Supplier<String> ids) {
        this.store = store;
        this.background = background;
        pen = new ChatTree.Pen(ids, clock, said -> naming.apply(said));
        disk = new Disk(store, later, list::put);
        folders = new Folders(store, disk, ids);
        show(new ChatTree(pen, disk, false), null);
        disk.follow(store.tidy(clock));
        background.run(
                () -> new Start(
                        store.chats().all(),
                        store.folders().all(),
                        store.drafts().get(Disk.NEW),
                        store.notice()),
                this::started,
                problem -> {
                    disk.trouble(problem);
                    ready.set(true);
                });
    }

    private record Start(List<ChatInfo> chats, List<Folder> folders, Draft draft, String notice) {}

    private void started(Start start) {
        notice.set(start.notice());
        folders.read(start.folders());
        list.read(start.chats());
        ChatTree tree = open.get();
        if (!tree.begun() && !tree.temporary() && tree.draft().get().empty()) {
            tree.draft(start.draft());
        }
        ready.set(true);
    }

    /** What the person should know of the file's opening; empty where all is well. */
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Pinned ones first, then the newest. Read-only. */
    public ObservableList<ChatInfo> all() {
        return list.list();
    }

    /** Whether the list was read. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** The folders. */
    public Folders folders() {
        return folders;
    }

    /** The one that is open; never null. */
    public ReadOnlyObjectProperty<ChatTree> open() {
        return open.getReadOnlyProperty();
    }

    /** The message to bring to the eye; set after {@link #open}. */
    public ReadOnlyObjectProperty<@Nullable Message> hit() {
        return hit.getReadOnlyProperty();
    }

    /** Whether a chat is being read from the disk. */
    public ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /** Why something could not be saved; null where all is well. */
    public ReadOnlyObjectProperty<@Nullable Problem> trouble() {
        return disk.trouble();
    }

    /** Opens an empty chat; stays where it is if that is one. */
    public void fresh() {
        begin(() -> {});
    }

    /** The same; {@code then} follows once it is known what was written there before, while it is the open one. */
    public void freshThen(Runnable then) {
        if (ready.get()) {
            begin(then);
            return;
        }
        ready.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> is, Boolean before, Boolean now) {
                ready.removeListener(this);
                begin(then);
            }
        });
    }

    private void begin(Runnable then) {
        ChatTree now = open.get();
        if (!now.begun() && !now.temporary()) {
            then.run();
            return;
        }
        ChatTree made = new ChatTree(pen, disk, false);
        show(made, null);
        Runnable still = () -> {
            if (made.equals(open.get())) {
                then.run();
            }
        };
        background.run(
                () -> store.drafts().get(Disk.NEW),
                draft -> {
                    if (!made.begun() && made.draft().get().empty()) {
                        made.draft(draft);
                    }
                    still.run();
                },
                problem -> {
                    disk.trouble(problem);
                    still.run();
                });
    }

    /** Opens an empty chat that is never saved. */
    public void temporary() {
        show(new ChatTree(pen, Keeper.NOTHING, true), null);
    }

    /** Opens that one as soon as it is read; one that is not there is ignored. */
    public void open(String id) {
        seek(id, null);
    }

    /** Opens that one on the branch of that message, which becomes {@link #hit}. */
    public void open(String id, String message) {
        seek(id, message);
    }

    private void seek(String id, @Nullable String message) {
        wanted = id;
        ChatTree known = known(id);
        if (known != null) {
            show(known, message);
            return;
        }
        opening.set(true);
        background.run(() -> store.chats().load(id), loaded -> loaded(id, loaded, message), problem -> {
            if (id.equals(wanted)) {
                opening.set(false);
            }
            disk.trouble(problem);
        });
    }

    private void loaded(String id, Optional<Loaded> loaded, @Nullable String message) {
        if (!id.equals(wanted)) {
            return;
        }
        ChatTree known = known(id);
        if (known != null) {
            show(known, message);
        } else if (loaded.isPresent()) {
            show(new ChatTree(pen, disk, loaded.get()), message);
        } else {
            opening.set(false);
        }
    }

    private @Nullable ChatTree known(String id) {
        WeakReference<ChatTree> reference = trees.get(id);
        return reference == null ? null : reference.get();
    }

    private void show(ChatTree tree, @Nullable String message) {
        wanted = tree.id();
        opening.set(false);
        disk.flush();
        trees.values().removeIf(each -> each.get() == null);
        trees.put(tree.id(), new WeakReference<>(tree));
        Message found = message == null ? null : tree.message(message);
        if (found != null && !tree.path().contains(found)) {
            tree.show(found);
        }
        hit.set(null);
        open.set(tree);
        hit.set(found);
    }

    /** From now on new chats are called what this makes of the first that is said; empty: as a new one. */
    public void naming(UnaryOperator<String> how) {
        naming = how;
    }

    /** Gives it a title of a model's making, unless the person has given it one. */
    public void suggest(String id, String title) {
        change(id, info -> info.titled() == Titled.PERSON ? info : info.titled(title, Titled.MODEL));
    }

    /** Gives it a title of the person's own; a blank one is ignored. */
    public void rename(String id, String title) {
        String plain = title.strip().replaceAll("\\s+", " ");
        if (!plain.isEmpty()) {
            change(id, info -> info.titled(plain, Titled.PERSON));
        }
    }

    /** Pins it on top of the list, or not. */
    public void pin(String id, boolean pinned) {
        change(id, info -> info.pinned(pinned));
    }

    /** Puts it into a folder, or into none. */
    public void folder(String id, @Nullable String folder) {
        change(id, info -> info.in(folder));
    }

    /** Removes a folder; its chats stay, in none. Run the result to have it back with them in it. */
    public Runnable removeFolder(Folder folder) {
        List<String> inside = all().stream()
                .filter(each -> folder.id().equals(each.folder()))
                .map(ChatInfo::id)
                .toList();
        inside.forEach(each -> folder(each, null));
        folders.remove(folder.id());
        return () -> {
            folders.restore(folder);
            inside.forEach(each -> folder(each, folder.id()));
        };
    }

    /** These came from files, some of them out of folders of these names. */
    public void arrived(Collection<ChatInfo> chats, Map<String, String> folderNames) {
        list.putAll(chats);
        for (ChatInfo chat : chats) {
            String name = folderNames.get(chat.id());
            if (name != null) {
                folder(chat.id(), folders.named(name).id());
            }
        }
    }

    /** Looks for words in what was said; {@code found} gets the newest at most {@code limit}, unless it is cancelled before. */
    public Task search(String query, int limit, Consumer<List<Hit>> found) {
        return background.start(() -> store.search().find(query, limit), found, disk::trouble);
    }

    /** Ids of chats in which an answer is being written. Read-only. */
    public ObservableSet<String> answering() {
        return disk.answering();
    }

    private void change(String id, UnaryOperator<ChatInfo> how) {
        ChatInfo old = list.get(id);
        if (old != null) {
            ChatInfo now = how.apply(old);
            ChatTree tree = known(id);
            if (tree != null) {
                tree.info(now);
            }
            disk.info(now);
        }
    }

    /** Deletes them; run the result to have them back. */
    public Runnable delete(Collection<String> ids) {
        String opened = open.get().id();
        List<ChatInfo> gone = list.remove(ids);
        List<String> names = gone.stream().map(ChatInfo::id).toList();
        disk.follow(store.chats().delete(names, pen.clock().instant()));
        boolean away = names.contains(opened);
        if (away) {
            fresh();
        }
        return () -> {
            disk.follow(store.chats().restore(names));
            list.putAll(gone);
            if (away && !open.get().begun()) {
                open(opened);
            }
        };
    }

    /** Makes a copy of it and opens that. */
    public void duplicate(String id) {
        disk.flush();
        background.run(() -> store.chats().load(id), found -> found.ifPresent(this::copy), disk::trouble);
    }

    private void copy(Loaded loaded) {
        String title = WORDS.get("chat.copy", loaded.info().title());
        take(Copies.of(loaded, title, pen));
    }

    /** Makes a new chat of everything up to that message and opens it. */
    public void fork(ChatTree tree, Message last) {
        take(Copies.of(Copies.upTo(tree.snapshot(), last.id()), tree.title().get(), pen));
    }

    private void take(Loaded made) {
        disk.follow(store.chats().add(List.of(made)));
        list.put(made.info());
        show(new ChatTree(pen, disk, made), null);
    }

    /** Hands over, when they are read, the presets of that model and those of every model, by name. */
    public void presets(String model, Consumer<List<Preset>> then) {
        background.run(() -> store.presets().of(model), then, disk::trouble);
    }

    /** Keeps a preset in place of one of the same model and name. */
    public void keep(Preset preset) {
        disk.follow(store.presets().put(preset));
    }

    /** Forgets a preset. */
    public void forget(Preset preset) {
        disk.follow(store.presets().remove(preset));
    }

    /** Tells what all chats take on the disk. */
    public void usage(Consumer<ChatStore.Usage> then) {
        background.run(store::usage, then, disk::trouble);
    }

    /** Deletes all chats, folders and drafts for good; nothing brings them back. */
    public void deleteAll(Runnable done) {
        list.remove(all().stream().map(ChatInfo::id).toList());
        folders.read(List.of());
        trees.clear();
        show(new ChatTree(pen, disk, false), null);
        background.run(() -> store.deleteAll().get(), ok -> done.run(), disk::trouble);
    }

    /** Hands on to the disk what waits: called each second. */
    public void flush() {
        disk.flush();
    }

    /** Writes what waits and closes the store. Blocks on the disk for some milliseconds. */
    @Override
    public void close() {
        disk.flush();
        disk.follow(store.chats().purge(pen.clock().instant().plusSeconds(1)));
        store.close();
    }

    /** One of that id as the list shows it; null where there is none. */
    public @Nullable ChatInfo info(String id) {
        return list.get(Objects.requireNonNull(id));
    }
}
