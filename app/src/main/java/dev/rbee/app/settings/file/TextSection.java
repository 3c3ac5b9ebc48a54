package dev.rbee.app.settings.file;

import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.settings.SettingsView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** {@code rbee.toml} as text, checked by the loader while it is typed. */
final class TextSection implements Section {
    private static final Words WORDS = Words.of(TextSection.class);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final FileParts parts;
    private final TextArea area = new TextArea();
    private final Label state = Ui.paragraph("", "secondary");
    private final Button save;
    private final Button revert;
    private final VBox view;
    private String stands = "";

    TextSection(FileParts parts) {
        this.parts = parts;
        area.setId("settings-text");
        area.getStyleClass().add("file-text");
        area.setAccessibleText(WORDS.get("section.text"));
        VBox.setVgrow(area, Priority.ALWAYS);
        area.textProperty().addListener((p, old, now) -> check());
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (SAVE.match(e)) {
                save();
                e.consume();
            }
        });
        save = Ui.mainButton(WORDS.get("save"), null, this::save);
        save.setId("settings-text-save");
        save.setTooltip(Ui.tip(WORDS.get("text.save.tip"), SAVE));
        revert = Ui.button(WORDS.get("text.revert"), null, this::revert);
        Button open = Ui.button(
                WORDS.get("text.open"),
                Feather.EXTERNAL_LINK,
                () -> parts.opener().accept(parts.book().file().path().toUri().toString()));
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        state.setId("settings-text-state");
        HBox foot = new HBox(8, state, revert, save);
        foot.setAlignment(Pos.CENTER_LEFT);
        Label path = Ui.whole(Ui.label(parts.book().file().path().toString(), "mono", "secondary"));
        path.setMinWidth(0);
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                4,
                path,
                Ui.copyButton(
                        WORDS.get("text.copy"), () -> parts.book().file().path().toString()),
                open);
        head.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(8, head, area, foot);
        parts.book().view().addListener((p, old, now) -> show(now));
        show(parts.book().view().get());
    }

    private void show(@Nullable SettingsView now) {
        if (now == null) {
            return;
        }
        boolean unsaid = !area.getText().equals(plain(stands));
        boolean changed = !now.text().equals(stands);
        if (!unsaid) {
            stands = now.text();
            if (changed) {
                double top = area.getScrollTop();
                area.setText(plain(stands));
                area.setScrollTop(top);
            }
        }
        check();
        if (unsaid && changed) {
            say(WORDS.get("text.changed"), true);
        }
    }

    private void check() {
        boolean unsaid = !area.getText().equals(plain(stands));
        List<String> mistakes = parts.book().file().check(area.getText());
        save.setDisable(!unsaid || !mistakes.isEmpty());
        revert.setDisable(!unsaid);
        if (mistakes.isEmpty()) {
            say(WORDS.get(unsaid ? "text.right" : "text.saved"), false);
        } else {
            say(String.join("\n", mistakes), true);
        }
    }

    private void revert() {
        SettingsView now = parts.book().view().get();
        stands = now == null ? stands : now.text();
        area.setText(plain(stands));
        check();
    }

    /** The control knows only one kind of line end. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    private void say(String words, boolean wrong) {
        state.setText(words);
        state.getStyleClass().removeAll("wrong", "secondary");
        state.getStyleClass().add(wrong ? "wrong" : "secondary");
    }

    private void save() {
        if (save.isDisabled()) {
            return;
        }
        String text = stands.contains("\r\n") ? area.getText().replace("\n", "\r\n") : area.getText();
        String before = stands;
        stands = text;
        parts.book().replace(before, text, this::check, problem -> failed(problem, before));
    }

    private void failed(Problem problem, String before) {
        stands = before;
        check();
        say(problem.message(), true);
        SettingsView now = parts.book().view().get();
        if (now != null && !now.text().equals(before)) {
            revert.setDisable(false);
        }
    }

    @Override
    public void shown() {
        parts.watch().on();
    }

    @Override
    public void hidden() {
        parts.watch().off();
    }

    @Override
    public boolean fills() {
        return true;
    }

    @Override
    public String key() {
        return "text";
    }

    @Override
    public String name() {
        return WORDS.get("section.text");
    }

    @Override
    public Feather icon() {
        return Feather.FILE_TEXT;
    }

    @Override
    public Node view() {
        return view;
    }
}
