package dev.rbee.app.chats.store;

/** How far a message is; those of people are always {@link #DONE}. */
public enum State {
    /** More is coming. */
    STREAMING,
    /** It is whole. */
    DONE,
    /** Somebody stopped it. */
    STOPPED,
    /** It ended with a problem. */
    FAILED,
    /** The program ended while it was being written. */
    CUT
}
