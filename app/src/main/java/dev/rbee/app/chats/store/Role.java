package dev.rbee.app.chats.store;

/** Who said it. */
public enum Role {
    /** The person. */
    USER,
    /** The model. */
    ASSISTANT
}
