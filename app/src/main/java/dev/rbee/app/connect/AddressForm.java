package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.theme.Ui;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a queen is, and her key. JavaFX thread only. */
final class AddressForm extends VBox {
    private final TextField url =
            Field.of(new TextField(), "connect-url", WORDS.get("address.url"), WORDS.get("address.url.prompt"));
    private final PasswordField key =
            Field.of(new PasswordField(), "connect-key", WORDS.get("address.key"), WORDS.get("address.key.prompt"));

    AddressForm() {
        super(12);
        GridPane grid = Field.grid();
        grid.addRow(0, Field.name(WORDS.get("address.url"), url), url);
        grid.addRow(1, Field.name(WORDS.get("address.key"), key), key);
        getChildren().addAll(grid, Ui.paragraph(WORDS.get("address.words"), "secondary"));
    }

    /** What is written there now. */
    record Draft(String url, String key) {
        @Override
        public String toString() {
            return "Draft[" + url + "]";
        }
    }

    @Nullable
    Draft draft() {
        String where = Field.given(url);
        String secret = Field.given(key);
        return where == null || secret == null ? null : new Draft(where, secret);
    }

    BooleanBinding incomplete() {
        return Bindings.createBooleanBinding(() -> draft() == null, url.textProperty(), key.textProperty());
    }

    void fill(Connection.Address known) {
        url.setText(known.url());
    }

    /** A link says so; who follows it types the key. */
    void named(String address) {
        url.setText(address);
        Label note = Ui.paragraph(WORDS.get("address.link"));
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox box = new HBox(8, new FontIcon(Feather.EXTERNAL_LINK), note);
        box.setId("connect-link");
        box.getStyleClass().addAll("banner");
        getChildren().add(0, box);
    }

    void focus() {
        (Field.given(url) == null ? url : key).requestFocus();
    }
}
