package dev.rbee.app.background;

import dev.rbee.app.background.Autostart.Choice;
import dev.rbee.app.fx.Background;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Whether rbee starts at login, and whether it does so with its window. JavaFX thread only. */
final class LoginChoice extends VBox {
    private static final Words WORDS = Words.of(LoginChoice.class);
    private static final Insets BELOW = new Insets(0, 0, 0, 24);

    private final Autostart start;
    private final Background background;
    private final Consumer<Problem> failed;
    private final CheckBox login = new CheckBox(WORDS.get("startup.login"));
    private final CheckBox window = new CheckBox(WORDS.get("startup.login.window"));

    LoginChoice(Autostart start, Background background, Consumer<Problem> failed) {
        super(12);
        this.start = start;
        this.background = background;
        this.failed = failed;
        login.setId("startup-login");
        window.setId("startup-login-window");
        window.disableProperty()
                .bind(login.disableProperty().or(login.selectedProperty().not()));
        VBox.setMargin(window, BELOW);
        login.setOnAction(e -> choose());
        window.setOnAction(e -> choose());
        getChildren().addAll(login, window, Ui.paragraph(WORDS.get("startup.login.words"), "secondary"));
        login.setDisable(true);
        read();
    }

    private void read() {
        background.run(start::chosen, this::show, failed);
    }

    private void show(Choice now) {
        login.setSelected(now != Choice.OFF);
        window.setSelected(now == Choice.SHOWN);
        login.setDisable(false);
    }

    private void choose() {
        Choice wanted = !login.isSelected() ? Choice.OFF : window.isSelected() ? Choice.SHOWN : Choice.HIDDEN;
        background.run(() -> start.set(wanted), problem -> {
            read();
            failed.accept(problem);
        });
    }
}
