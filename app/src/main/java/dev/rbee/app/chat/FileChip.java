package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Attachment;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file that goes along with a message: its name, shortened where there is little room, and always how many tokens it is. */
final class FileChip extends HBox {
    private static final Words WORDS = Words.of(FileChip.class);

    /** {@code more} stands behind; {@code tip} is what the pointer shows. */
    FileChip(Attachment file, String tip, Node... more) {
        super(4);
        String count = Tokens.words(Tokens.of(file.text()));
        Label name = Ui.label(file.name());
        name.setGraphic(new FontIcon(Feather.FILE_TEXT));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(48);
        name.setTooltip(Ui.tip(tip, null));
        Label tokens = Ui.label("·  " + WORDS.get("file.chip.tokens", count));
        tokens.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(WORDS.get("file.chip", file.name(), count));
        getStyleClass().addAll("chip", "file-chip");
        getChildren().addAll(name, tokens);
        getChildren().addAll(more);
    }
}
