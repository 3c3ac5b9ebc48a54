package dev.rbee.app.chats.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat with all of its tree.
 *
 * @param leaf last message of the active path; null where nothing was said
 * @param setup JSON of the chat pane; null for none
 * @param messages in the order they were made, so a parent is before its children
 */
public record Loaded(
        ChatInfo info, @Nullable String leaf, @Nullable String setup, Draft draft, List<MessageRow> messages) {}
