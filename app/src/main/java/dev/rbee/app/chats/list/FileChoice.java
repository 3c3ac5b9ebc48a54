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
}
