package dev.rbee.app.hives;

import dev.rbee.app.enroll.HostKey;
import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.NodesApi;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.function.BiConsumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Gives the login of a saved machine what it waits for: a password, a passphrase, a word on its new key. */
final class LoginDialog {
    private static final Words WORDS = Words.of(LoginDialog.class);

    private final NodesApi nodes;
    private final Background background;
    private final String name;
    private final BiConsumer<String, String> begun;
    private final PasswordField password = new PasswordField();
    private final PasswordField passphrase = new PasswordField();
    private final CheckBox remember = new CheckBox(WORDS.get("remember.them.in.a.file"));
    private final VBox trouble = new VBox(8);
    private final Dialog<ButtonType> dialog;
    private final Button button;

    /** {@code begun} gets machine and job when its hive comes up. */
    LoginDialog(NodesApi nodes, Background background, Dialogs dialogs, String name, BiConsumer<String, String> begun) {
        this.nodes = nodes;
        this.background = background;
        this.name = name;
        this.begun = begun;
        password.setPromptText(WORDS.get("password"));
        password.setAccessibleText(WORDS.get("password"));
        password.setId("login-password-text");
        passphrase.setPromptText(WORDS.get("passphrase.of.the.key"));
        passphrase.setAccessibleText(WORDS.get("passphrase.of.the.key"));
        VBox content = new VBox(
                12,
                Ui.paragraph(WORDS.get("give.what.its.login.asks"), "secondary"),
                password,
                passphrase,
                remember,
                trouble);
        content.setPrefWidth(460);
        dialog = dialogs.of(WORDS.get("log.in.to", name), content, WORDS.get("cancel"));
        ButtonType go = new ButtonType(WORDS.get("log.in"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(go);
        button = (Button) dialog.getDialogPane().lookupButton(go);
        button.getStyleClass().add("main");
        button.setId("login-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            login(null);
        });
    }

    void show() {
        dialog.show();
        password.requestFocus();
    }

    private void login(@Nullable String fingerprint) {
        LoginNode login = new LoginNode(
                name, given(password), given(passphrase), remember.isSelected() ? Boolean.TRUE : null, fingerprint);
        button.setDisable(true);
        trouble.getChildren().setAll(Ui.label(WORDS.get("logging.in"), "secondary"));
        background.run(() -> nodes.login(login), this::done, this::failed);
    }

    private void done(AddedNode answer) {
        dialog.close();
        String job = answer.jobId();
        if (job != null) {
            begun.accept(name, job);
        }
    }

    private void failed(Problem problem) {
        button.setDisable(false);
        if (problem.code() == ProblemCode.HOST_KEY_UNKNOWN) {
            HostKey key = HostKey.of(problem, name);
            Button trust = Ui.button(WORDS.get("trust.this.key.and.log"), null, () -> login(key.fingerprint()));
            trouble.getChildren()
                    .setAll(
                            Ui.paragraph(WORDS.get("shows.a.key.that.nobody", key.host(), key.keyType())),
                            Ui.paragraph(key.fingerprint(), "mono"),
                            trust);
        } else {
            Problem plain = new Problem(problem.code(), problem.message(), problem.param(), problem.hint(), null);
            trouble.getChildren().setAll(new ProblemView(plain, null));
        }
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private static @Nullable String given(PasswordField field) {
        return field.getText() == null || field.getText().isEmpty() ? null : field.getText();
    }
}
