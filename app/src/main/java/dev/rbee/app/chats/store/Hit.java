package dev.rbee.app.chats.store;

/**
 * A message that was found.
 *
 * @param excerpt one line of it around the first find
 * @param from where in the excerpt the find begins
 * @param to where it ends
 */
public record Hit(String chat, String message, String excerpt, int from, int to) {}
