package dev.rbee.app.chats.store;

/**
 * A text file that goes along with a message.
 *
 * @param name of the file, without folders
 * @param text all of it
 */
public record Attachment(String name, String text) {}
