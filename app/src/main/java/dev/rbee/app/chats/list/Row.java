package dev.rbee.app.chats.list;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Hit;
import org.jspecify.annotations.Nullable;

/** One row of the list. */
sealed interface Row {
    /** The same for the same thing after any change of it. */
    String key();

    /**
     * The name of a group.
     *
     * @param folder id of the folder it stands for; null for a time or a kind
     * @param folded whether what is in it is hidden
     */
    record Head(String key, String words, @Nullable String folder, boolean folded, int count) implements Row {
        /** Whether it cannot be folded: what was found stays to be seen. */
        boolean fixed() {
            return key.startsWith("found:");
        }
    }

    /**
     * A chat.
     *
     * @param hit what was found in it; null where nothing was looked for or the title was found
     * @param query what was looked for; empty for nothing
     */
    record Item(ChatInfo info, @Nullable Hit hit, String query) implements Row {
        @Override
        public String key() {
            return hit == null ? "chat:" + info.id() : "hit:" + hit.message();
        }
    }
}
