package dev.rbee.app.chats.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a chat's tree.
 *
 * @param id unique over all chats
 * @param parent the message before it; null for the first
 * @param at when it was begun
 */
public record MessageRow(
        String id,
        String chat,
        @Nullable String parent,
        Role role,
        Instant at,
        State state,
        String text,
        Facts facts) {}
