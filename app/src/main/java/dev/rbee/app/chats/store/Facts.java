package dev.rbee.app.chats.store;

import dev.rbee.contract.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message beside its text; one JSON column, so fields may be added.
 *
 * @param files that went along; null for none
 */
public record Facts(
        @Nullable List<Attachment> files,
        @Nullable Source source,
        @Nullable Figures figures,
        @Nullable Problem problem) {
    /** Nothing. */
    public static final Facts NONE = new Facts(null, null, null, null);

    /** Those files and nothing else. */
    public static Facts of(List<Attachment> files) {
        return files.isEmpty() ? NONE : new Facts(List.copyOf(files), null, null, null);
    }
}
