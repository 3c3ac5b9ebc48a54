package dev.rbee.app.chats;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Draft;
import dev.rbee.app.chats.store.MessageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tree tells of its changes, in order; nothing blocks. JavaFX thread only. */
interface Keeper {
    /** The chat is so now; the first time it comes before any of its messages. */
    void info(ChatInfo now);

    /** A message is new or has changed. */
    void message(MessageRow now);

    /** These are gone. */
    void removed(String chat, List<String> ids);

    /** The active path ends there. */
    void leaf(String chat, @Nullable String leaf);

    /** The chat pane's set-up. */
    void setup(String chat, @Nullable String json);

    /** What is not sent yet; {@code begun} tells a chat that is kept from one where nothing was said yet. */
    void draft(String chat, boolean begun, Draft draft);

    /** Something waits for the next {@link ChatTree#flush}. */
    void dirty(ChatTree tree);

    /** Whether an answer is being written in it. */
    void answering(String chat, boolean now);

    /** Keeps nothing. */
    Keeper NOTHING = new Keeper() {
        @Override
        public void info(ChatInfo now) {}

        @Override
        public void message(MessageRow now) {}

        @Override
        public void removed(String chat, List<String> ids) {}

        @Override
        public void leaf(String chat, @Nullable String leaf) {}

        @Override
        public void setup(String chat, @Nullable String json) {}

        @Override
        public void draft(String chat, boolean begun, Draft draft) {}

        @Override
        public void dirty(ChatTree tree) {}

        @Override
        public void answering(String chat, boolean now) {}
    };
}
