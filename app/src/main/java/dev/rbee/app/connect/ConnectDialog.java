package dev.rbee.app.connect;

import static dev.rbee.app.connect.ConnectWords.WORDS;

import dev.rbee.app.enroll.HostKey;
import dev.rbee.app.enroll.LoginNeeds;
import dev.rbee.app.enroll.Waiting;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a queen and opens the way to her; the application stays with the one it has until that worked. JavaFX thread only; nothing here
 * waits.
 */
final class ConnectDialog {
    private static final double WIDTH = 520;

    private final ConnectTools tools;
    private final String id;
    private final LoginForm login = new LoginForm();
    private final AddressForm address = new AddressForm();
    private final ToggleButton byLogin = new ToggleButton(WORDS.get("dialog.login"));
    private final ToggleButton byAddress = new ToggleButton(WORDS.get("dialog.address"));
    private final VBox form = new VBox(16);
    private final VBox trust = new VBox();
    private final VBox trouble = new VBox();
    private final Waiting waiting;
    private final Dialog<ButtonType> dialog;
    private final Button go;
    private @Nullable Task opening;
    private @Nullable String fingerprint;

    /** For a new connection, which gets that id. */
    ConnectDialog(ConnectTools tools, String id) {
        this.tools = tools;
        this.id = id;
        waiting = new Waiting(tools.now(), this::stop);
        ToggleGroup ways = new ToggleGroup();
        byLogin.setToggleGroup(ways);
        byAddress.setToggleGroup(ways);
        byLogin.setId("connect-by-login");
        byAddress.setId("connect-by-address");
        byLogin.setOnAction(e -> choose(true));
        byAddress.setOnAction(e -> choose(false));
        HBox segments = new HBox(byLogin, byAddress);
        segments.getStyleClass().add("segments");
        form.getChildren().addAll(segments, login);
        VBox content = new VBox(16, form, trust, trouble, waiting);
        content.getStyleClass().add("connect");
        content.setPrefWidth(WIDTH);
        dialog = tools.dialogs().of(WORDS.get("dialog.title"), content, WORDS.get("dialog.cancel"));
        ButtonType type = new ButtonType(WORDS.get("dialog.go"), ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().add(type);
        go = (Button) dialog.getDialogPane().lookupButton(type);
        go.setId("connect-go");
        go.getStyleClass().add("main");
        go.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            attempt();
        });
        dialog.setOnHidden(e -> stop());
        Ui.shown(trust, false);
        choose(true);
        tools.background().run(tools.hosts(), login::offer, problem -> {});
    }

    private void choose(boolean machine) {
        byLogin.setSelected(machine);
        byAddress.setSelected(!machine);
        Node shown = machine ? login : address;
        form.getChildren().set(1, shown);
        go.disableProperty().bind(machine ? login.incomplete() : address.incomplete());
        calm();
        fit();
        if (machine) {
            login.focus();
        } else {
            address.focus();
        }
    }

    void show() {
        dialog.show();
        login.focus();
    }

    /** With that address, which a link has named. */
    void show(String url) {
        choose(false);
        address.named(url);
        dialog.show();
        address.focus();
    }

    boolean showing() {
        return dialog.isShowing();
    }

    void toFront() {
        dialog.getDialogPane().getScene().getWindow().requestFocus();
    }

    /** With what is known of that one, and why it could not be opened. */
    void show(Connection known, Problem why) {
        switch (known) {
            case Connection.Login machine -> login.fill(machine);
            case Connection.Address place -> {
                choose(false);
                address.fill(place);
            }
            case Connection.Here _ -> {}
        }
        dialog.show();
        failed(why);
    }

    private void attempt() {
        calm();
        form.setDisable(true);
        go.disableProperty().unbind();
        go.setDisable(true);
        boolean machine = byLogin.isSelected();
        Connection.Login wanted = machine ? login.draft(id) : null;
        AddressForm.Draft place = machine ? null : address.draft();
        boolean keep = login.remembers();
        String accept = fingerprint;
        waiting.start(
                WORDS.get("dialog.connecting", wanted != null ? wanted.where() : place == null ? "" : place.url()));
        fit();
        opening = tools.background()
                .start(() -> tools.opener().open(wanted, place, id, accept, keep), this::done, this::failed);
    }

    private void done(Opener.Ready ready) {
        if (opening == null) {
            Thread.ofVirtual().name("rbee-leave").start(ready.way().close());
            return;
        }
        opening = null;
        dialog.close();
        tools.connector().adopt(ready.connection(), ready.way());
    }

    private void rest() {
        opening = null;
        waiting.end();
        form.setDisable(false);
        go.disableProperty().unbind();
        go.disableProperty().bind(byLogin.isSelected() ? login.incomplete() : address.incomplete());
    }

    private void failed(Problem problem) {
        rest();
        boolean asked = problem.code() == ProblemCode.HOST_KEY_UNKNOWN;
        Ui.shown(form, !asked);
        Ui.shown(trust, asked);
        Ui.shown(trouble, !asked);
        trust.getChildren().clear();
        go.setText(WORDS.get(asked ? "trust.go" : "dialog.go"));
        if (asked) {
            HostKey key = HostKey.of(problem, "");
            fingerprint = key.fingerprint();
            trust.getChildren().add(new TrustCard(key));
        } else {
            fingerprint = null;
            trouble.getChildren().setAll(new ProblemView(LoginNeeds.plain(problem), null));
            login.after(problem);
        }
        fit();
    }

    private void calm() {
        trouble.getChildren().clear();
        Ui.shown(trouble, false);
    }

    private void stop() {
        Task running = opening;
        if (running != null) {
            running.cancel();
            rest();
        }
    }

    private void fit() {
        if (dialog.getDialogPane().getScene() != null && dialog.isShowing()) {
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }
}
