package dev.rbee.app.launch;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.boot.Logging;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private @Nullable Stage stage;
    private AppState state = AppState.memory();
    private String token = "";
    private @Nullable Problem trouble;
    private Path home = Path.of("").toAbsolutePath();
    private Phase phase = Phase.OPEN;

    /** Reads what the window needs; a few milliseconds of disk, not on the JavaFX thread. */
    @Override
    public void init() {
        Home folder = Home.of(System.getenv());
        home = folder.path();
        QueenHost made = new FleetHost(folder, System.getenv(), () -> FxThread.LATER.execute(this::endAsked));
        host = made;
        // A signal ends the program past JavaFX; what it started must not stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "rbee-app-shutdown"));
        state = AppState.open(home.resolve("app.json"));
        try {
            token = made.token();
            Logging.daemon(
                    folder,
                    SettingsLoader.load(folder.config(), System.getenv(), Map.of())
                            .settings()
                            .log());
        } catch (ProblemException e) {
            trouble = e.problem();
        }
    }

    @Override
    public void start(Stage primary) {
        stage = primary;
        open(primary);
    }

    private void open(Stage window) {
        QueenHost queenHost = Objects.requireNonNull(host, "init made it");
        Look look = new Look();
        look.choose(Theme.parse(state.text("theme", "")));
        Graph made = new Graph(queenHost, token, home, look, state);
        graph = made;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> made.defect(failure));
        window.setTitle("rbee");
        window.getIcons().setAll(icons());
        window.setMinWidth(720);
        window.setMinHeight(480);
        window.setScene(made.scene(state.number("window.width", 1280), state.number("window.height", 800)));
        made.ownedBy(window);
        made.opens(getHostServices()::showDocument);
        window.setOnCloseRequest(event -> {
            event.consume();
            closeAsked(window, made, queenHost);
        });
        Platform.setImplicitExit(false);
        window.show();
        Problem why = trouble;
        if (why == null) {
            made.control.start();
        } else {
            made.live.away(why, false);
        }
    }

    /** Somebody told the queen to shut down, which ends this program without a question. */
    private void endAsked() {
        Stage shown = stage;
        Graph made = graph;
        if (shown != null && made != null && phase != Phase.CLOSING) {
            close(shown, made, Objects.requireNonNull(host, "init made it"));
        }
    }

    private void closeAsked(Stage window, Graph made, QueenHost queenHost) {
        if (phase != Phase.OPEN) {
            return;
        }
        if (!made.answering()) {
            close(window, made, queenHost);
            return;
        }
        phase = Phase.ASKING;
        made.confirm(
                "Close rbee?",
                Ui.paragraph("Answers are being written. Closing stops the workers of this machine and cuts them off."),
                "Close",
                () -> close(window, made, queenHost),
                () -> phase = phase == Phase.ASKING ? Phase.OPEN : phase);
    }

    /** The window is gone at once; the program ends when everything it started has ended. */
    private void close(Stage window, Graph made, QueenHost queenHost) {
        phase = Phase.CLOSING;
        state.put("window.width", window.getScene().getWidth());
        state.put("window.height", window.getScene().getHeight());
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        made.close();
        Thread.ofPlatform().name("rbee-app-closing").start(() -> {
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
