package dev.rbee.app.activity;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where something is to be saved. JavaFX thread only; waits for the user. */
@FunctionalInterface
public interface SaveFile {
    /** Suggests that name; empty: not at all. */
    Optional<Path> ask(String title, String name);

    /** The system's own dialog before that window. */
    static SaveFile chooser(Supplier<@Nullable Window> owner) {
        return (title, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(name);
            File file = chooser.showSaveDialog(owner.get());
            return Optional.ofNullable(file).map(File::toPath);
        };
    }
}
