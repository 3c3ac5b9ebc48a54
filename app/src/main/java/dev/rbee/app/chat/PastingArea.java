package dev.rbee.app.chat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;

/** A field for text into which files can be pasted too; long text becomes one. JavaFX thread only. */
final class PastingArea extends TextArea {
    private final IntSupplier most;
    private final Consumer<String> longText;
    private final Consumer<List<Path>> files;

    /** {@code most} are the letters up to which pasted text stays here; 0 for any number. */
    PastingArea(IntSupplier most, Consumer<String> longText, Consumer<List<Path>> files) {
        this.most = most;
        this.longText = longText;
        this.files = files;
    }

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        List<Path> some = clipboard.getFiles().stream()
                .filter(File::isFile)
                .map(File::toPath)
                .toList();
        String text = clipboard.getString();
        int letters = most.getAsInt();
        if (!some.isEmpty()) {
            files.accept(some);
        } else if (text != null && letters > 0 && text.length() > letters) {
            longText.accept(text);
        } else {
            plainPaste();
        }
    }

    /** Whatever is there goes in here as text. */
    void plainPaste() {
        super.paste();
    }
}
