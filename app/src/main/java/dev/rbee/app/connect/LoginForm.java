package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.enroll.HostField;
import dev.rbee.app.enroll.KnownHost;
import dev.rbee.app.enroll.LoginFields;
import dev.rbee.app.enroll.LoginNeeds;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The machine a queen runs on, and how to log in there. JavaFX thread only. */
final class LoginForm extends VBox {
    private static final double PORT_WIDTH = 80;
    private static final int MOST_PORT = 65_535;

    private final HostField host = new HostField();
    private final TextField user =
            Field.of(new TextField(), "connect-user", WORDS.get("login.user"), WORDS.get("login.user.prompt"));
    private final TextField port = Field.of(new TextField(), "connect-port", WORDS.get("login.port"), "22");
    private final LoginFields login = new LoginFields();
    private final TextField jump =
            Field.of(new TextField(), "connect-jump", WORDS.get("login.jump"), "user@gateway:22");
    private final TextField folder = Field.of(new TextField(), "connect-folder", WORDS.get("login.folder"), "~/.rbee");

    LoginForm() {
        super(12);
        port.setMaxWidth(PORT_WIDTH);
        port.setMinWidth(PORT_WIDTH);
        HBox.setHgrow(user, Priority.ALWAYS);
        HBox userLine = new HBox(8, user, Field.name(WORDS.get("login.port"), port), port);
        userLine.setAlignment(Pos.CENTER_LEFT);
        GridPane grid = Field.grid();
        grid.addRow(0, Field.name(WORDS.get("login.host"), host), host);
        grid.addRow(1, Field.name(WORDS.get("login.user"), user), userLine);
        var how = Field.name(WORDS.get("login.how"), login);
        how.getStyleClass().add("top-name");
        GridPane.setValignment(how, VPos.TOP);
        grid.addRow(2, how, login);
        GridPane more = Field.grid();
        more.addRow(0, Field.name(WORDS.get("login.jump"), jump), jump);
        more.addRow(1, Field.name(WORDS.get("login.folder"), folder), folder);
        Ui.shown(more, false);
        Button fold = Ui.button(WORDS.get("login.more"), Feather.CHEVRON_DOWN, () -> {});
        fold.getStyleClass().addAll("quiet", "fold");
        fold.setOnAction(e -> {
            Ui.shown(more, true);
            Ui.shown(fold, false);
            if (getScene() != null) {
                getScene().getWindow().sizeToScene();
            }
        });
        getChildren().addAll(grid, fold, more, Ui.paragraph(WORDS.get("login.words"), "secondary"));
    }

    void offer(List<KnownHost> hosts) {
        host.offer(hosts);
    }

    /** Null where it is not whole. */
    Connection.@Nullable Login draft(String id) {
        String where = host.text();
        int at = where.lastIndexOf('@');
        String machine = at > 0 ? where.substring(at + 1) : where;
        Integer number = port();
        if (machine.isEmpty() || (number == null && Field.given(port) != null)) {
            return null;
        }
        return new Connection.Login(
                id,
                machine,
                machine,
                number,
                at > 0 ? where.substring(0, at) : Field.given(user),
                login.keyPath(),
                Field.given(jump),
                Field.given(folder),
                login.password(),
                login.passphrase());
    }

    private @Nullable Integer port() {
        String text = Field.given(port);
        if (text == null || !text.matches("[0-9]{1,5}")) {
            return null;
        }
        int number = Integer.parseInt(text);
        return number > 0 && number <= MOST_PORT ? number : null;
    }

    BooleanBinding incomplete() {
        return Bindings.createBooleanBinding(
                () -> draft("") == null, host.editor().textProperty(), user.textProperty(), port.textProperty());
    }

    /** Whether secrets that were typed shall be kept. */
    boolean remembers() {
        return Boolean.TRUE.equals(login.remembered());
    }

    void fill(Connection.Login known) {
        host.editor().setText(known.host());
        user.setText(known.user() == null ? "" : known.user());
        port.setText(known.port() == null ? "" : known.port().toString());
        jump.setText(known.jump() == null ? "" : known.jump());
        folder.setText(known.folder() == null ? "" : known.folder());
        login.key(known.key());
    }

    /** The field that helps against it gets the focus. */
    void after(Problem problem) {
        if (problem.code() == ProblemCode.SSH_LOGIN_NEEDED) {
            login.ask(LoginNeeds.of(problem));
        }
    }

    void focus() {
        if (host.text().isEmpty()) {
            host.editor().requestFocus();
        }
    }
}
