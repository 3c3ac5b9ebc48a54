package dev.rbee.app.chats;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.chats.store.Facts;
import dev.rbee.app.chats.store.Figures;
import dev.rbee.app.chats.store.MessageRow;
import dev.rbee.app.chats.store.Role;
import dev.rbee.app.chats.store.Source;
import dev.rbee.app.chats.store.State;
import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** One message of a {@link ChatTree}, which is the only one to change it. JavaFX thread only. */
public final class Message {
    private final String id;
    private final @Nullable Message parent;
    private final Role role;
    private final Instant at;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
    private final List<Message> children = new ArrayList<>(1);
    private @Nullable Message chosen;

    Message(MessageRow row, @Nullable Message parent) {
        id = row.id();
        this.parent = parent;
        role = row.role();
        at = row.at();
        text.set(row.text());
        state.set(row.state());
        facts.set(row.facts());
    }

    /** Unique over all chats. */
    public String id() {
        return id;
    }

    /** Who said it. */
    public Role role() {
        return role;
    }

    /** When it was begun. */
    public Instant at() {
        return at;
    }

    /** What there is of it so far. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** How far it is; changes last, when all the rest is set. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What else is known of it: files, source, figures, problem. */
    public ReadOnlyObjectProperty<Facts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** The files that went along. */
    public List<Attachment> files() {
        return Objects.requireNonNullElse(facts.get().files(), List.of());
    }

    /** Who wrote it; null where that is not known (yet). */
    public @Nullable Source source() {
        return facts.get().source();
    }

    /** How it went; null where nobody measured. */
    public @Nullable Figures figures() {
        return facts.get().figures();
    }

    /** Why it failed; null where it did not. */
    public @Nullable Problem problem() {
        return facts.get().problem();
    }

    @Nullable
    Message parent() {
        return parent;
    }

    List<Message> children() {
        return children;
    }

    /** The child whose branch was last looked at. */
    @Nullable
    Message chosen() {
        return chosen != null || children.isEmpty() ? chosen : children.getLast();
    }

    void choose(@Nullable Message child) {
        chosen = child;
    }

    void text(String now) {
        text.set(now);
    }

    void state(State now) {
        state.set(now);
    }

    void facts(Facts now) {
        facts.set(now);
    }

    MessageRow row(String chat) {
        return new MessageRow(
                id, chat, parent == null ? null : parent.id, role, at, state.get(), text.get(), facts.get());
    }
}
