package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The files that will go along with a message, each with its size in tokens and a way to leave it out. */
final class FileChips extends FlowPane {
    private static final Words WORDS = Words.of(FileChips.class);

    private final Consumer<Attachment> leaveOut;

    FileChips(Consumer<Attachment> leaveOut) {
        super(6, 6);
        this.leaveOut = leaveOut;
        setId("attachments");
        show(List.of());
    }

    void show(List<Attachment> files) {
        Ui.shown(this, !files.isEmpty());
        getChildren().setAll(files.stream().map(this::chip).toList());
    }

    private HBox chip(Attachment file) {
        Label words = Ui.label(WORDS.get("file.chip", file.name(), Tokens.words(Tokens.of(file.text()))));
        words.setGraphic(new FontIcon(Feather.FILE_TEXT));
        words.setMaxWidth(280);
        words.setTooltip(Ui.tip(file.name(), null));
        HBox chip = new HBox(
                2,
                words,
                Ui.iconButton(Feather.X, WORDS.get("file.leave.out", file.name()), () -> leaveOut.accept(file)));
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().addAll("chip", "file-chip");
        return chip;
    }
}
