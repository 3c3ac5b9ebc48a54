package dev.rbee.app.chats.store;

/**
 * A folder of chats.
 *
 * @param position its place among the others, smallest first
 */
public record Folder(String id, String name, int position) {}
