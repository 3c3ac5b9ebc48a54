package dev.rbee.app.chats.list;

import java.util.List;

/** Chats out to files and in from them, which the person chooses. JavaFX thread only; returns at once. */
public interface Exports {
    /** Those chats as they read, in one file. */
    void markdown(List<String> ids);

    /** Those chats with all their branches, in one file. */
    void json(List<String> ids);

    /** All chats with all their branches, in one file. */
    void all();

    /** Chats from files of this and other programs. */
    void imports();
}
