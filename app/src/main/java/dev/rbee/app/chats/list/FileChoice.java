package dev.rbee.app.chats.list;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for files. JavaFX thread only. */
public interface FileChoice {
    /** Where to save; null where the person thought better of it. */
    @Nullable
    Path save(String title, String name);

    /** Which to open; none where the person thought better of it. */
    List<Path> open(String title);

    /** Which of any kind to take along; none where the person thought better of it. */
    default List<Path> any(String title) {
        return open(title);
    }
}
