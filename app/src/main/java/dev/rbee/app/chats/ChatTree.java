package dev.rbee.app.chats;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.Loaded;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.app.chats.store.Titled;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One chat: a tree of messages with an active path through it. Changes show at once and reach the disk in order; a text that grows
 * reaches it within a second. JavaFX thread only; nothing blocks.
 */
public final class ChatTree {
    private static final Words WORDS = Words.of(ChatTree.class);

    private final Keeper keeper;
    private final Pen pen;
    private final boolean temporary;
    private final Branches branches;
    private final ReadOnlyObjectWrapper<ChatInfo> info = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
    private final ReadOnlyObjectWrapper<@Nullable String> setup = new ReadOnlyObjectWrapper<>();
    private final Set<Message> streaming = new HashSet<>();
    private final Set<Message> growing = new LinkedHashSet<>();
    private boolean begun;
    private boolean draftWaits;

    /** New ids, the time, and what a chat is called after the first that was said in it; empty: as a new one. */
    record Pen(Supplier<String> ids, InstantSource clock, UnaryOperator<String> title) {}

    /** An empty one that nothing was said in. */
    ChatTree(Pen pen, Keeper keeper, boolean temporary) {
        this.keeper = keeper;
        this.pen = pen;
        this.temporary = temporary;
        branches = new Branches(List.of(), null);
        Instant now = pen.clock().instant();
        info(new ChatInfo(pen.ids().get(), newTitle(), Titled.FIRST_WORDS, null, false, now, now));
    }

    /** One that was kept. */
    ChatTree(Pen pen, Keeper keeper, Loaded loaded) {
        this.keeper = keeper;
        this.pen = pen;
        temporary = false;
        begun = true;
        branches = new Branches(loaded.messages(), loaded.leaf());
        draft.set(loaded.draft());
        setup.set(loaded.setup());
        info(loaded.info());
    }

    private String newTitle() {
        return WORDS.get(temporary ? "chat.temporary" : "chat.new");
    }

    private String firstTitle(String said) {
        String called = pen.title().apply(said);
        return called.isEmpty() ? newTitle() : called;
    }

    /** Unique and lasting. */
    public String id() {
        return info.get().id();
    }

    /** Whether it is never saved. */
    public boolean temporary() {
        return temporary;
    }

    /** Whether something was ever said in it. */
    public boolean begun() {
        return begun;
    }

    /** What lists show of it. */
    public ReadOnlyObjectProperty<ChatInfo> info() {
        return info.getReadOnlyProperty();
    }

    /** Its title; "New chat" until something was said. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** The active path, first message first. Read-only; where it changes, the common front part stays. */
    public ObservableList<Message> path() {
        return branches.path();
    }

    /** What is written and not sent yet. */
    public ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Keeps what is written and not sent yet. */
    public void draft(Draft now) {
        if (!now.equals(draft.get())) {
            draft.set(now);
            draftWaits = true;
            keeper.dirty(this);
        }
    }

    /** The chat pane's set-up of it, JSON; null until there is one. */
    public ReadOnlyObjectProperty<@Nullable String> setup() {
        return setup.getReadOnlyProperty();
    }

    /** Keeps the chat pane's set-up. */
    public void setup(@Nullable String json) {
        setup.set(json);
        if (begun) {
            keeper.setup(id(), json);
        }
    }

    /** Adds what a person says behind the last message of the path, and empties the draft. */
    public Message say(String text, List<Attachment> files) {
        return said(branches.leaf(), text, files);
    }

    /** Begins an answer to that message: a new branch where there is one already. It ends the path now. */
    public Message answer(Message to) {
        touch(to.text().get());
        Message made = add(to, Role.ASSISTANT, State.STREAMING, "", Facts.NONE);
        streams(made, true);
        return made;
    }

    /** The same message said anew: a branch beside it with nothing under it yet. */
    public Message edit(Message said, String text, List<Attachment> files) {
        return said(said.parent(), text, files);
    }

    private Message said(@Nullable Message parent, String text, List<Attachment> files) {
        touch(text);
        Message made = add(parent, Role.USER, State.DONE, text, Facts.of(files));
        draft(Draft.NONE);
        return made;
    }

    /** More of an answer that is being written; ignored once it has ended. */
    public void append(Message answer, String more) {
        if (answer.state().get() == State.STREAMING) {
            answer.text(answer.text().get() + more);
            growing.add(answer);
            keeper.dirty(this);
        }
    }

    /** Who writes this answer. */
    public void from(Message answer, Source source) {
        Facts old = answer.facts().get();
        answer.facts(new Facts(old.files(), source, old.figures(), old.problem()));
        growing.add(answer);
        keeper.dirty(this);
    }

    /** An answer has ended so; only the first end counts. */
    public void finish(Message answer, State how, @Nullable Figures figures, @Nullable Problem problem) {
        if (answer.state().get() == State.STREAMING && how != State.STREAMING) {
            Facts old = answer.facts().get();
            answer.facts(new Facts(old.files(), old.source(), figures, problem));
            answer.state(how);
            save(answer);
            streams(answer, false);
        }
    }

    /** More will come of an answer that had ended. */
    public void resume(Message answer) {
        Facts old = answer.facts().get();
        answer.facts(new Facts(old.files(), old.source(), null, null));
        answer.state(State.STREAMING);
        save(answer);
        streams(answer, true);
    }

    private void streams(Message answer, boolean now) {
        if (now ? streaming.add(answer) : streaming.remove(answer)) {
            keeper.answering(id(), !streaming.isEmpty());
        }
    }

    /** Changes a message where it stands. */
    public void rewrite(Message message, String text) {
        message.text(text);
        save(message);
    }

    /** A message and those beside it, oldest first. */
    public List<Message> siblings(Message message) {
        return branches.siblings(message);
    }

    /** The message before it; null for a first one. */
    public @Nullable Message parent(Message message) {
        return message.parent();
    }

    /** All from the first message to this one, whether they are on the active path or not. */
    public List<Message> upTo(Message message) {
        return Branches.upTo(message);
    }

    /** The message of that id, on whatever branch; null where there is none. */
    public @Nullable Message message(String id) {
        return branches.find(id);
    }

    /** Leads the active path over this message, and on to where that branch was left. */
    public void show(Message message) {
        branches.show(message);
        saveLeaf();
    }

    /** Removes a message and all under it; the path goes on beside it where it can. Run the result to undo. */
    public Runnable delete(Message message) {
        List<Message> gone = branches.remove(message);
        gone.forEach(each -> {
            growing.remove(each);
            streams(each, false);
        });
        keeper.removed(id(), gone.stream().map(Message::id).toList());
        saveLeaf();
        return () -> {
            branches.restore(gone);
            gone.forEach(this::save);
            saveLeaf();
        };
    }

    /** Hands on what waits. */
    void flush() {
        List.copyOf(growing).forEach(this::save);
        if (draftWaits) {
            draftWaits = false;
            if (!temporary) {
                keeper.draft(id(), begun, draft.get());
            }
        }
    }

    /** Something else of it has changed: title, folder, pin. */
    void info(ChatInfo now) {
        info.set(now);
        title.set(now.title());
    }

    private Message add(@Nullable Message parent, Role role, State state, String text, Facts facts) {
        String under = parent == null ? null : parent.id();
        Message made = branches.add(
                new MessageRow(pen.ids().get(), id(), under, role, pen.clock().instant(), state, text, facts), parent);
        save(made);
        saveLeaf();
        return made;
    }

    private void touch(String text) {
        FxThread.check();
        ChatInfo now = info.get().updated(pen.clock().instant());
        boolean first = !begun;
        if (first) {
            now = now.titled(temporary ? newTitle() : firstTitle(text), Titled.FIRST_WORDS);
        }
        info(now);
        begun = true;
        keeper.info(now);
        if (first) {
            if (!temporary && !draft.get().empty()) {
                keeper.draft(id(), false, Draft.NONE);
            }
            keeper.setup(id(), setup.get());
        }
    }

    private void save(Message message) {
        growing.remove(message);
        keeper.message(message.row(id()));
    }

    private void saveLeaf() {
        Message leaf = branches.leaf();
        keeper.leaf(id(), leaf == null ? null : leaf.id());
    }

    /** As it is now, for a copy or an export. */
    Loaded snapshot() {
        Message leaf = branches.leaf();
        List<MessageRow> rows = new ArrayList<>();
        branches.all().forEach(each -> rows.add(each.row(id())));
        return new Loaded(info.get(), leaf == null ? null : leaf.id(), setup.get(), draft.get(), rows);
    }
}
