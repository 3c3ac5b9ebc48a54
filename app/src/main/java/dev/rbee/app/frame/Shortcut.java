package dev.rbee.app.frame;

/**
 * A key that does something but is no command of the palette, for the list of shortcuts.
 *
 * @param words what it does, verb first
 * @param keys as they are written on the keys: {@code Shift+Enter}
 */
public record Shortcut(String words, String keys) {}
