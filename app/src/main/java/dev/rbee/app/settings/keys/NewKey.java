package dev.rbee.app.settings.keys;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.TokenScope;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes a key and shows it, once. */
final class NewKey extends VBox {
    private static final Words WORDS = Words.of(NewKey.class);

    private final KeyParts parts;
    private final Runnable made;
    private final TextField name = new TextField();
    private final RadioButton chat = new RadioButton(WORDS.get("scope.inference.words"));
    private final RadioButton admin = new RadioButton(WORDS.get("scope.admin.words"));
    private final Button make;
    private final VBox below = new VBox(8);

    /** {@code made} is called when there is a new key. */
    NewKey(KeyParts parts, Runnable made) {
        super(12);
        this.parts = parts;
        this.made = made;
        getStyleClass().add("card");
        name.setId("token-name");
        name.setPromptText(WORDS.get("new.name"));
        name.setAccessibleText(WORDS.get("new.name"));
        name.setOnAction(e -> make());
        HBox.setHgrow(name, Priority.ALWAYS);
        make = Ui.mainButton(WORDS.get("new.make"), Feather.PLUS, this::make);
        make.setId("token-make");
        make.disableProperty().bind(name.textProperty().map(String::isBlank));
        ToggleGroup scopes = new ToggleGroup();
        for (RadioButton each : List.of(chat, admin)) {
            each.setToggleGroup(scopes);
            each.setWrapText(true);
        }
        chat.setSelected(true);
        admin.setId("token-admin");
        HBox line = new HBox(8, name, make);
        line.setAlignment(Pos.CENTER_LEFT);
        Ui.shown(below, false);
        getChildren().addAll(Ui.label(WORDS.get("new.title"), "section"), line, chat, admin, below);
    }

    private void make() {
        String wanted = name.getText().strip();
        if (wanted.isEmpty()) {
            return;
        }
        TokenScope scope = admin.isSelected() ? TokenScope.ADMIN : TokenScope.INFERENCE;
        setDisable(true);
        parts.background().run(() -> parts.tokens().make(wanted, scope), this::show, this::failed);
    }

    private void show(CreatedToken token) {
        setDisable(false);
        name.clear();
        chat.setSelected(true);
        TextField shown = new TextField(token.token());
        shown.setId("token-shown");
        shown.setEditable(false);
        shown.getStyleClass().add("mono");
        shown.setAccessibleText(WORDS.get("made.key"));
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button copy = Ui.button(WORDS.get("made.copy"), Feather.COPY, () -> {});
        copy.setId("token-copy");
        copy.setOnAction(e -> {
            Ui.copy(token.token());
            copy.setText(WORDS.get("made.copied"));
            copy.setGraphic(new FontIcon(Feather.CHECK));
        });
        Button done = Ui.button(WORDS.get("made.done"), null, this::forget);
        done.setId("token-done");
        HBox line = new HBox(8, shown, copy, done);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox note = new VBox(8, Ui.paragraph(WORDS.get("made.words", token.name())), line);
        note.getStyleClass().add("made");
        below.getChildren().setAll(note);
        Ui.shown(below, true);
        shown.requestFocus();
        shown.selectAll();
        made.run();
    }

    /** Takes the key off the screen. */
    void forget() {
        below.getChildren().clear();
        Ui.shown(below, false);
    }

    private void failed(Problem problem) {
        setDisable(false);
        below.getChildren().setAll(parts.presenter().inline(problem, null));
        Ui.shown(below, true);
    }

    void start() {
        name.requestFocus();
    }
}
