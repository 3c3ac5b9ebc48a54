package dev.rbee.app.chats.store;

/** Where a chat's title comes from. */
public enum Titled {
    /** From its first words; may be replaced. */
    FIRST_WORDS,
    /** From a model. */
    MODEL,
    /** From the person; is never replaced. */
    PERSON
}
