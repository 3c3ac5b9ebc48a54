package dev.rbee.app.chats.store;

/**
 * A set-up kept under a name.
 *
 * @param model it is for; empty for every model
 * @param setup JSON, as the chat pane writes it
 */
public record Preset(String model, String name, String setup) {}
