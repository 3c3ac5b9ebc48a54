package dev.rbee.app.settings.file;

import dev.rbee.app.settings.Cards;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.settings.SettingInfo;
import dev.rbee.service.settings.SettingSource;
import dev.rbee.service.settings.SettingsEdit;
import dev.rbee.service.settings.SettingsView;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One setting of {@code rbee.toml}: its words, what it is set with, where its value comes from, what is wrong with it. */
final class SettingRow extends VBox {
    private static final Words WORDS = Words.of(SettingRow.class);

    private final SettingInfo info;
    private final SettingsBook book;
    private final Editor editor;
    private final Label wrong = Ui.paragraph("", "wrong");
    private final Label from = Ui.paragraph("", "secondary");
    private final Button reset;

    SettingRow(SettingInfo info, SettingsBook book, Paths paths) {
        this.info = info;
        this.book = book;
        setId("row-" + Titles.id(info));
        getStyleClass().add("setting-row");
        editor = Editors.of(info, paths, this::typed, this::meant);
        HBox line;
        if (editor.wide()) {
            line = Cards.line(Titles.of(info), Titles.does(info), new HBox());
            getChildren().addAll(line, editor.node());
        } else {
            line = Cards.line(Titles.of(info), Titles.does(info), editor.node());
            getChildren().add(line);
        }
        reset = Ui.iconButton(Feather.ROTATE_CCW, WORDS.get("reset", Titles.value(info, info.fallback())), this::reset);
        reset.setId("reset-" + Titles.id(info));
        from.setMinWidth(0);
        HBox foot = new HBox(8, Ui.label(info.key(), "mono", "setting-key"), from, Ui.spacer(), reset);
        foot.getStyleClass().add("setting-foot");
        Ui.shown(wrong, false);
        getChildren().addAll(wrong, foot);
    }

    void show(SettingsView view) {
        SettingsView.State state = view.state(info.key());
        boolean covered = state.source() == SettingSource.ENVIRONMENT;
        String inFile = state.inFile();
        editor.show(!covered && inFile != null ? inFile : state.value());
        editor.node().setDisable(covered || !view.toml());
        Ui.shown(reset, inFile != null);
        reset.setDisable(!view.toml());
        wrong(state.wrong());
        from.setText(from(state));
        getStyleClass().removeAll("changed", "waits");
        if (book.waits(state)) {
            getStyleClass().add("waits");
        }
    }

    private String from(SettingsView.State state) {
        String inFile = state.inFile();
        if (state.source() == SettingSource.ENVIRONMENT) {
            String covered = WORDS.get("from.environment", info.variable());
            return inFile == null ? covered : covered + " " + WORDS.get("from.covered", Titles.value(info, inFile));
        }
        if (state.wrong() != null) {
            return WORDS.get("from.default.wrong", Titles.value(info, info.fallback()));
        }
        if (book.waits(state)) {
            return WORDS.get("from.waits");
        }
        if (inFile != null) {
            return WORDS.get("from.file", Titles.value(info, info.fallback()));
        }
        return state.source() == SettingSource.DEFAULT ? WORDS.get("from.default") : WORDS.get("from.table");
    }

    private void typed(String text) {
        try {
            Object _ = info.parse(text);
            wrong(null);
        } catch (IllegalArgumentException e) {
            wrong(e.getMessage());
        }
    }

    private void meant(String text) {
        Object value;
        try {
            value = info.parse(text);
        } catch (IllegalArgumentException e) {
            wrong(e.getMessage());
            return;
        }
        book.apply(new SettingsEdit.Value(info.key(), value), () -> {}, this::failed);
    }

    private void reset() {
        editor.revert();
        book.apply(new SettingsEdit.Reset(info.key()), () -> {}, this::failed);
    }

    private void failed(Problem problem) {
        wrong.setText(problem.message());
        Ui.shown(wrong, true);
    }

    private void wrong(@Nullable String why) {
        wrong.setText(why == null ? "" : WORDS.get("wrong", why));
        Ui.shown(wrong, why != null);
    }

    /** Brings it to the eye: the keyboard goes there. */
    void reveal() {
        editor.node().lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible() && !node.isDisabled())
                .findFirst()
                .ifPresentOrElse(Node::requestFocus, () -> editor.node().requestFocus());
    }
}
