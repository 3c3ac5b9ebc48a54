package dev.rbee.app.background;

import dev.rbee.app.fx.Background;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Start at login and the icon in the tray, as a card of the settings. JavaFX thread only. */
public final class StartupCard extends VBox {
    /** Under which key the window remembers whether an icon is wanted in the tray. */
    public static final String TRAY = "background.tray";

    private static final Words WORDS = Words.of(StartupCard.class);

    /**
     * Reads and writes the autostart file off the JavaFX thread.
     *
     * @param autostart empty where the start at login cannot be set up
     * @param trayPossible whether the desktop may have a tray
     * @param failed is told why the file could not be written
     */
    public StartupCard(
            Optional<Autostart> autostart,
            boolean trayPossible,
            AppState state,
            Background background,
            Consumer<Problem> failed) {
        super(12);
        getStyleClass().add("card");
        getChildren().add(Ui.label(WORDS.get("startup.title"), "section"));
        autostart.ifPresentOrElse(
                start -> getChildren().add(new LoginChoice(start, background, failed)),
                () -> getChildren().add(hint("startup.login.none")));
        if (trayPossible) {
            CheckBox tray = new CheckBox(WORDS.get("startup.tray"));
            tray.setId("startup-tray");
            tray.setSelected(state.flag(TRAY, true));
            tray.setOnAction(e -> state.put(TRAY, tray.isSelected()));
            getChildren().addAll(tray, hint("startup.tray.words"));
        } else {
            getChildren().add(hint("startup.tray.none"));
        }
    }

    private static Label hint(String key) {
        return Ui.paragraph(WORDS.get(key), "secondary");
    }
}
