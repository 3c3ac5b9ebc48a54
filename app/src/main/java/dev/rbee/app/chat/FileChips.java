package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** The files that will go along with a message, each with its size in tokens and a way to leave it out. */
final class FileChips extends ChipRows {
    private static final Words WORDS = Words.of(FileChips.class);

    private final Consumer<Attachment> leaveOut;

    FileChips(Consumer<Attachment> leaveOut) {
        this.leaveOut = leaveOut;
        setId("attachments");
        show(List.of());
    }

    void show(List<Attachment> files) {
        Ui.shown(this, !files.isEmpty());
        getChildren().setAll(files.stream().map(this::chip).toList());
    }

    private FileChip chip(Attachment file) {
        return new FileChip(
                file,
                file.name(),
                Ui.iconButton(Feather.X, WORDS.get("file.leave.out", file.name()), () -> leaveOut.accept(file)));
    }
}
