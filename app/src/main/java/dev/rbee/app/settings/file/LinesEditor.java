package dev.rbee.app.settings.file;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingInfo;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A list, one entry on a line; leaving it or Ctrl-Enter means it, Esc takes back what was typed, Tab goes on. */
final class LinesEditor implements Editor {
    private static final Words WORDS = Words.of(LinesEditor.class);

    private final TextArea area = new TextArea();
    private final VBox box = new VBox(8, area);
    private String shown = "";

    LinesEditor(SettingInfo info, Paths paths, Consumer<String> typed, Consumer<String> meant) {
        area.setId("set-" + Titles.id(info));
        area.setAccessibleText(Titles.of(info));
        area.setAccessibleHelp(Titles.does(info));
        area.setPromptText(WORDS.get("list.prompt"));
        area.getStyleClass().add("lines");
        if (paths.fits(info)) {
            HBox row = new HBox(Ui.button(
                    WORDS.get("list.folder"),
                    null,
                    () -> paths.choose(info).ifPresent(path -> {
                        area.setText((area.getText().strip() + "\n" + path).strip());
                        mean(meant);
                    })));
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        }
        area.textProperty().addListener((p, old, now) -> {
            rows();
            typed.accept(now);
        });
        area.focusedProperty().addListener((p, old, now) -> {
            if (!now) {
                mean(meant);
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                mean(meant);
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && !area.getText().equals(shown)) {
                area.setText(shown);
                e.consume();
            } else if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
                Boolean _ = area.requestFocusTraversal(
                        e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
        rows();
    }

    private void rows() {
        area.setPrefRowCount(Math.clamp(area.getText().lines().count() + 1, 2, 8));
    }

    private void mean(Consumer<String> meant) {
        if (!area.getText().strip().equals(shown)) {
            meant.accept(area.getText().strip());
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(String value) {
        boolean unsaid = !area.getText().strip().equals(shown);
        shown = value;
        if (!unsaid) {
            area.setText(value);
        }
    }

    @Override
    public void revert() {
        area.setText(shown);
    }

    @Override
    public boolean wide() {
        return true;
    }
}
