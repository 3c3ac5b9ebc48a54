package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.ChatStore;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.contract.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** Hands changes to the store and hears how it went. JavaFX thread only; nothing blocks. */
final class Disk implements Keeper {
    /** Key of the draft of the chat nothing was said in yet. */
    static final String NEW = "";

    private final ChatStore store;
    private final Executor later;
    private final Consumer<ChatInfo> listed;
    private final Set<ChatTree> dirty = new LinkedHashSet<>();
    private final ObservableSet<String> answering = FXCollections.observableSet();
    /** Held, as such a view hears changes only as long as somebody holds it. */
    private final ObservableSet<String> answeringShown = FXCollections.unmodifiableObservableSet(answering);

    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>();

    /** {@code listed} hears of what lists show. */
    Disk(ChatStore store, Executor later, Consumer<ChatInfo> listed) {
        this.store = store;
        this.later = later;
        this.listed = listed;
    }

    /** Why the last write failed; null where it did not. */
    ReadOnlyObjectProperty<@Nullable Problem> trouble() {
        return trouble.getReadOnlyProperty();
    }

    ObservableSet<String> answering() {
        return answeringShown;
    }

    void trouble(Problem problem) {
        trouble.set(problem);
    }

    /** Follows a write. */
    void follow(CompletableFuture<?> write) {
        boolean was = trouble.get() != null;
        var _ = write.whenComplete((ok, failure) -> {
            if (failure != null) {
                later.execute(() -> trouble.set(ChatStore.problem(failure).problem()));
            } else if (was) {
                later.execute(() -> trouble.set(null));
            }
        });
    }

    /** Hands on what waits in any chat. */
    void flush() {
        List<ChatTree> trees = List.copyOf(dirty);
        dirty.clear();
        trees.forEach(ChatTree::flush);
    }

    @Override
    public void info(ChatInfo now) {
        follow(store.chats().put(now));
        listed.accept(now);
    }

    @Override
    public void message(MessageRow now) {
        follow(store.messages().put(now));
    }

    @Override
    public void removed(String chat, List<String> ids) {
        follow(store.messages().remove(chat, ids));
    }

    @Override
    public void leaf(String chat, @Nullable String leaf) {
        follow(store.chats().leaf(chat, leaf));
    }

    @Override
    public void setup(String chat, @Nullable String json) {
        follow(store.chats().setup(chat, json));
    }

    @Override
    public void draft(String chat, boolean begun, Draft draft) {
        follow(store.drafts().put(begun ? chat : NEW, draft));
    }

    @Override
    public void answering(String chat, boolean now) {
        if (now) {
            answering.add(chat);
        } else {
            answering.remove(chat);
        }
    }

    @Override
    public void dirty(ChatTree tree) {
        dirty.add(tree);
    }
}
