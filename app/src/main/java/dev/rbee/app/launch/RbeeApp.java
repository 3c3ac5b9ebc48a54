package dev.rbee.app.launch;

import dev.rbee.app.settings.Preferences;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The application: a window at once, the queen behind it as soon as she is up. */
public final class RbeeApp extends Application {
    private enum Phase {
        OPEN,
        ASKING,
        CLOSING
    }

    private @Nullable QueenHost host;
    private @Nullable Graph graph;
    private Preferences preferences = Preferences.DEFAULT;
    private String token = "";
    private @Nullable Problem trouble;
    private Path home = Path.of("").toAbsolutePath();
    private Phase phase = Phase.OPEN;

    /** Reads what the window needs; a few milliseconds of disk, not on the JavaFX thread. */
    @Override
    public void init() {
        home = InstallationHost.home(System.getenv());
        QueenHost made = new InstallationHost(home);
        host = made;
        preferences = Preferences.read(home.resolve("app.json"));
        try {
            token = made.token();
        } catch (ProblemException e) {
            trouble = e.problem();
        }
    }

    @Override
    public void start(Stage stage) {
        QueenHost queenHost = Objects.requireNonNull(host, "init made it");
        Look look = new Look();
        look.choose(preferences.theme());
        Graph made = new Graph(queenHost, token, home, look, preferences);
        graph = made;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> made.defect(failure));
        stage.setTitle("rbee");
        stage.getIcons().setAll(icons());
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(made.scene(preferences.width(), preferences.height()));
        made.ownedBy(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closeAsked(stage, made, queenHost);
        });
        Platform.setImplicitExit(false);
        stage.show();
        Problem why = trouble;
        if (why == null) {
            made.control.start();
        } else {
            made.live.away(why, false);
        }
    }

    private void closeAsked(Stage stage, Graph made, QueenHost queenHost) {
        if (phase != Phase.OPEN) {
            return;
        }
        if (!made.answering()) {
            close(stage, made, queenHost);
            return;
        }
        phase = Phase.ASKING;
        made.confirm(
                "Close rbee?",
                Ui.paragraph("Answers are being written. Closing stops the workers of this machine and cuts them off."),
                "Close",
                () -> close(stage, made, queenHost),
                () -> phase = phase == Phase.ASKING ? Phase.OPEN : phase);
    }

    /** The window is gone at once; the program ends when everything it started has ended. */
    private void close(Stage stage, Graph made, QueenHost queenHost) {
        phase = Phase.CLOSING;
        Preferences now = preferences
                .with(made.look.chosen())
                .sized(stage.getScene().getWidth(), stage.getScene().getHeight());
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        made.close();
        Thread.ofPlatform().name("rbee-app-closing").start(() -> {
            now.write(home.resolve("app.json"));
            queenHost.close();
            Platform.exit();
        });
    }

    private static List<Image> icons() {
        return IntStream.of(16, 32, 48, 64, 128, 256)
                .mapToObj(size -> "/dev/rbee/app/icons/rbee-" + size + ".png")
                .map(RbeeApp.class::getResourceAsStream)
                .filter(Objects::nonNull)
                .map(Image::new)
                .toList();
    }

    /** The desktop's own quit, which asks nobody. */
    @Override
    public void stop() {
        Graph made = graph;
        if (made != null && phase != Phase.CLOSING) {
            made.close();
            Objects.requireNonNull(host, "init made it").close();
        }
    }
}
