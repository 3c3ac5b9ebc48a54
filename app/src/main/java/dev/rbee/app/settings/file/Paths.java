package dev.rbee.app.settings.file;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingInfo;
import java.io.File;
import java.util.Optional;
import java.util.Set;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Lets people choose a folder or a file for the settings that are one. JavaFX thread only. */
final class Paths {
    private static final Words WORDS = Words.of(Paths.class);
    private static final Set<String> FOLDERS = Set.of("models.dir", "models.dirs");
    private static final Set<String> FILES = Set.of("engines.llama_server", "hive.ssh_key");

    private final Dialogs dialogs;

    Paths(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    boolean fits(SettingInfo info) {
        return FOLDERS.contains(info.key()) || FILES.contains(info.key());
    }

    /** Asks; empty where nothing was chosen. */
    Optional<String> choose(SettingInfo info) {
        String title = WORDS.get("choose.title", Titles.of(info));
        File chosen;
        if (FOLDERS.contains(info.key())) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            chosen = chooser.showDialog(dialogs.owner());
        } else {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chosen = chooser.showOpenDialog(dialogs.owner());
        }
        return Optional.ofNullable(chosen).map(File::getAbsolutePath);
    }
}
