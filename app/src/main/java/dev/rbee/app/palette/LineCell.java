package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.theme.KeyCaps;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the palette: icon, words with the typed letters marked, what tells it from others, group, keys. */
final class LineCell extends ListCell<Line> {
    private static final Words WORDS = Words.of(LineCell.class);

    private final FontIcon icon = new FontIcon();
    private final Label before = Ui.label("");
    private final Label marked = Ui.label("", "marked");
    private final Label after = Ui.label("");
    private final Label more = Ui.whole(Ui.label("", "secondary"));
    private final Label group = Ui.label("", "secondary");
    private final KeyCaps keys = new KeyCaps();
    private final HBox row = new HBox();

    /** {@code chosen} gets the command that was clicked. */
    LineCell(Consumer<Command> chosen) {
        getStyleClass().add("palette-line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox words = new HBox(before, marked, after);
        words.setAlignment(Pos.CENTER_LEFT);
        before.setMinWidth(Region.USE_PREF_SIZE);
        marked.setMinWidth(Region.USE_PREF_SIZE);
        Ui.whole(after).setMinWidth(0);
        HBox.setMargin(more, new javafx.geometry.Insets(0, 0, 0, 8));
        more.setMinWidth(0);
        more.setPrefWidth(0); // the command's own words go first
        HBox.setHgrow(more, Priority.ALWAYS);
        more.setMaxWidth(Double.MAX_VALUE);
        group.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setSpacing(8);
        row.getChildren().addAll(icon, words, more, group, keys);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() instanceof Line.Hit hit) {
                chosen.accept(hit.command());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().removeAll("palette-head", "palette-more");
        setText(null);
        setGraphic(null);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMouseTransparent(!(line instanceof Line.Hit));
        if (empty || line == null) {
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case Line.Head head -> told("palette-head", head.words());
            case Line.More more -> told("palette-more", WORDS.get("palette.more", more.count()));
            case Line.Hit hit -> show(hit);
        }
    }

    private void told(String style, String words) {
        getStyleClass().add(style);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setText(words);
        setAccessibleText(words);
    }

    private void show(Line.Hit hit) {
        Command command = hit.command();
        String words = command.words();
        icon.setIconCode(command.icon());
        before.setText(words.substring(0, hit.from()));
        marked.setText(words.substring(hit.from(), hit.to()));
        after.setText(words.substring(hit.to()));
        more.setText(command.more());
        group.setText(command.group());
        keys.show(command.keys());
        Ui.shown(before, hit.from() > 0);
        Ui.shown(marked, hit.to() > hit.from());
        Ui.shown(after, hit.to() < words.length());
        setGraphic(row);
        String shortcut = command.keys() == null ? "" : ", " + command.keys().getDisplayText();
        setAccessibleText(words + (command.more().isEmpty() ? "" : ", " + command.more()) + shortcut);
    }
}
