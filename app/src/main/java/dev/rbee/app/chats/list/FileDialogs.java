package dev.rbee.app.chats.list;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The system's own dialogs for files, before the window. */
public final class FileDialogs implements FileChoice {
    private static final Words WORDS = Words.of(FileDialogs.class);

    private final Dialogs dialogs;

    /** Before the window of those dialogs. */
    public FileDialogs(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public @Nullable Path save(String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(dialogs.owner());
        return file == null ? null : file.toPath();
    }

    @Override
    public List<Path> open(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(WORDS.get("import.json"), "*.json"),
                        new FileChooser.ExtensionFilter(WORDS.get("import.any"), "*"));
        return chosen(chooser);
    }

    @Override
    public List<Path> any(String title) {
        return chosen(chooser(title));
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private List<Path> chosen(FileChooser chooser) {
        List<File> files = chooser.showOpenMultipleDialog(dialogs.owner());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }
}
