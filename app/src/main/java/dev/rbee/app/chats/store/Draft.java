package dev.rbee.app.chats.store;

import java.util.List;

/**
 * What was written and not sent yet.
 *
 * @param files that would go along
 */
public record Draft(String text, List<Attachment> files) {
    /** Nothing. */
    public static final Draft NONE = new Draft("", List.of());

    /** Keeps a copy of the list. */
    public Draft {
        files = List.copyOf(files);
    }

    /** Whether there is nothing in it. */
    public boolean empty() {
        return text.isEmpty() && files.isEmpty();
    }
}
