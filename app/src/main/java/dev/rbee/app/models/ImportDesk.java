package dev.rbee.app.models;

import dev.rbee.app.words.Words;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/**
 * Where model files of this machine come in: named at the start, opened on the desktop, chosen, dropped. They are looked at, and taken in when that
 * is wanted. JavaFX thread only; nothing here waits.
 */
public final class ImportDesk {
    private static final Words WORDS = Words.of(ImportDesk.class);

    private final ModelParts parts;
    private @Nullable ImportDialog open;

    /** Takes files to the queen of the moment. */
    public ImportDesk(ModelParts parts) {
        this.parts = parts;
    }

    /**
     * Shows what these are; those that come while others are looked at join them. Nothing happens where there are none.
     *
     * @param left how many more were not taken along
     */
    public void offer(List<File> files, int left) {
        if (files.isEmpty()) {
            return;
        }
        ImportDialog dialog = open;
        if (dialog == null) {
            dialog = new ImportDialog(parts, () -> open = null);
            open = dialog;
            dialog.show();
        }
        dialog.add(files, left);
    }

    /** Asks for files. */
    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("importer.import.models"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(WORDS.get("importer.gguf.models"), "*.gguf", "*.GGUF"));
        List<File> files = chooser.showOpenMultipleDialog(parts.dialogs().owner());
        if (files != null) {
            offer(files, 0);
        }
    }

    /** Lets files be dropped there. */
    public void dropOn(Node target) {
        GgufDrops.on(target, files -> offer(files, 0));
    }
}
