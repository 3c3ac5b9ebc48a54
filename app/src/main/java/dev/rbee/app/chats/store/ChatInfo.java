package dev.rbee.app.chats.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One chat, as lists show it.
 *
 * @param folder id of the folder it is in; null for none
 * @param updatedAt when something was last said in it
 */
public record ChatInfo(
        String id,
        String title,
        Titled titled,
        @Nullable String folder,
        boolean pinned,
        Instant createdAt,
        Instant updatedAt) {
    /** The same under that title. */
    public ChatInfo titled(String now, Titled from) {
        return new ChatInfo(id, now, from, folder, pinned, createdAt, updatedAt);
    }

    /** The same, pinned or not. */
    public ChatInfo pinned(boolean now) {
        return new ChatInfo(id, title, titled, folder, now, createdAt, updatedAt);
    }

    /** The same in that folder, or in none. */
    public ChatInfo in(@Nullable String other) {
        return new ChatInfo(id, title, titled, other, pinned, createdAt, updatedAt);
    }

    /** The same with something said in it then. */
    public ChatInfo updated(Instant at) {
        return new ChatInfo(id, title, titled, folder, pinned, createdAt, at);
    }
}
