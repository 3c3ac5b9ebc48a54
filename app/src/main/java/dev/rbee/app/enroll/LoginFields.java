package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.io.File;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** How to log in: the usual keys, a key file, a password. Secrets leave it only with the request. */
public final class LoginFields extends VBox {
    private static final Words WORDS = Words.of(LoginFields.class);

    /** The ways. */
    enum Way {
        /** agent, SSH configuration, usual files */
        USUAL(WORDS.get("your.usual.keys")),
        /** a file */
        KEY(WORDS.get("key.file")),
        /** a password */
        PASSWORD(WORDS.get("password"));

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(Way.USUAL);
    private final ToggleGroup ways = new ToggleGroup();
    private final TextField key = new TextField();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField password = new PasswordField();
    private final CheckBox remember = new CheckBox(WORDS.get("remember.it.in.a.file"));
    private final Button browse;

    /** The usual keys at first. */
    public LoginFields() {
        super(8);
        HBox choice = new HBox(8);
        for (Way each : Way.values()) {
            ToggleButton button = new ToggleButton(each.words);
            button.setId("login-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.setToggleGroup(ways);
            button.setUserData(each);
            button.setSelected(each == Way.USUAL);
            button.setOnAction(e -> choose(each));
            choice.getChildren().add(button);
        }
        key.setId("enroll-key");
        key.setPromptText("~/.ssh/id_ed25519");
        key.setAccessibleText(WORDS.get("key.file"));
        HBox.setHgrow(key, Priority.ALWAYS);
        browse = Ui.button(WORDS.get("browse"), null, this::browse);
        passphrase.setId("enroll-passphrase");
        passphrase.setPromptText(WORDS.get("passphrase.if.the.key.has"));
        passphrase.setAccessibleText(WORDS.get("passphrase.of.the.key"));
        password.setId("enroll-password");
        password.setPromptText(WORDS.get("password"));
        password.setAccessibleText(WORDS.get("password"));
        remember.setId("enroll-remember");
        getChildren().addAll(choice, new HBox(8, key, browse), passphrase, password, remember);
        password.textProperty().addListener((p, old, now) -> offerToRemember());
        passphrase.textProperty().addListener((p, old, now) -> offerToRemember());
        choose(Way.USUAL);
    }

    private void offerToRemember() {
        Ui.shown(remember, password() != null || passphrase() != null);
    }

    void choose(Way chosen) {
        way.set(chosen);
        ways.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == chosen));
        Node keyLine = key.getParent();
        Ui.shown(keyLine, chosen == Way.KEY);
        Ui.shown(passphrase, chosen != Way.PASSWORD);
        Ui.shown(password, chosen == Way.PASSWORD);
        offerToRemember();
    }

    ReadOnlyObjectProperty<Way> way() {
        return way.getReadOnlyProperty();
    }

    /** A login was refused for want of a secret: the field for it. */
    public void ask(LoginNeeds needs) {
        if (needs == LoginNeeds.PASSWORD) {
            choose(Way.PASSWORD);
        } else if (needs == LoginNeeds.PASSPHRASE && way.get() == Way.PASSWORD) {
            choose(Way.USUAL);
        }
        (way.get() == Way.PASSWORD ? password : passphrase).requestFocus();
    }

    /** Chooses that key file; nothing happens for null. */
    public void key(@Nullable String file) {
        if (file != null) {
            key.setText(file);
            choose(Way.KEY);
        }
    }

    /** The key file; null where none is chosen. */
    public @Nullable String keyPath() {
        return way.get() == Way.KEY ? Drafts.given(key.getText()) : null;
    }

    /** Null where none is given. Secret. */
    public @Nullable String password() {
        return way.get() == Way.PASSWORD ? secret(password) : null;
    }

    /** Of the key; null where none is given. Secret. */
    public @Nullable String passphrase() {
        return way.get() == Way.PASSWORD ? null : secret(passphrase);
    }

    /** Whether a secret that was given is to be kept; null where none was given, or it is not. */
    public @Nullable Boolean remembered() {
        boolean typed = password() != null || passphrase() != null;
        return (typed && remember.isSelected()) ? Boolean.TRUE : null;
    }

    private static @Nullable String secret(PasswordField field) {
        return field.getText() == null || field.getText().isEmpty() ? null : field.getText();
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.get("choose.a.private.key"));
        File folder = Path.of(System.getProperty("user.home"), ".ssh").toFile();
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            key.setText(file.toString());
        }
    }
}
