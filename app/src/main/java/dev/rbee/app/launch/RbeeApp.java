package dev.rbee.app.launch;

import dev.rbee.app.frame.WindowPlace;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.instance.Instance;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.boot.Logging;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import dev.rbee.service.update.change.FirstStart;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The application: a window at once, the queen behind it as soon as she is up. */
public final class RbeeApp extends Application {
    /** JavaFX makes its Application itself, so what {@link Main} has claimed lies here for it. */
    private static final AtomicReference<@Nullable Instance> CLAIMED = new AtomicReference<>();

    /** Likewise: whoever watches the first start of a new version. */
    private static final AtomicReference<@Nullable FirstStart> STARTING = new AtomicReference<>();

    private @Nullable Instance instance;
    private @Nullable QueenHost host;
    private @Nullable Graph graph;
    private @Nullable WindowLife life;
    private AppState state = AppState.memory();
    private String token = "";
    private String theme = "";
    private @Nullable Problem trouble;
    private Path home = Path.of("").toAbsolutePath();

    /** The next application is the first one of its home, and listens to later starts. */
    static void first(Instance claimed, FirstStart start) {
        CLAIMED.set(claimed);
        STARTING.set(start);
    }

    /** Reads what the window needs; a few milliseconds of disk, not on the JavaFX thread. */
    @Override
    public void init() {
        instance = CLAIMED.getAndSet(null);
        Home folder = Home.of(System.getenv());
        home = folder.path();
        QueenHost made = new FleetHost(folder, System.getenv(), () -> FxThread.LATER.execute(this::endAsked));
        host = made;
        // A signal ends the program past JavaFX; what it started must not stay behind.
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "rbee-app-shutdown"));
        state = AppState.open(home.resolve("app.json"));
        try {
            token = made.token();
            Settings settings = SettingsLoader.load(folder.config(), System.getenv(), Map.of())
                    .settings();
            theme = settings.ui().theme();
            Logging.daemon(folder, settings.log());
        } catch (ProblemException e) {
            trouble = e.problem();
        }
    }

    @Override
    public void start(Stage window) {
        QueenHost queenHost = Objects.requireNonNull(host, "init made it");
        Look look = new Look();
        look.choose(Theme.parse(state.text("theme", theme)));
        Graph made = new Graph(queenHost, token, home, look, state);
        graph = made;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> made.defect(failure));
        window.setTitle("rbee");
        window.getIcons().setAll(icons());
        window.setScene(made.scene(WindowPlace.LEAST_WIDTH, WindowPlace.LEAST_HEIGHT));
        WindowPlace.follow(window, state);
        made.ownedBy(window);
        made.opens(getHostServices()::showDocument);
        Platform.setImplicitExit(false);
        WindowLife life = new WindowLife(window, made, queenHost, state, System.getenv(), this::leave, this::exit);
        this.life = life;
        Arguments arguments = Arguments.parse(getParameters().getRaw());
        made.window.offers(life::commands);
        made.updates.quits(() -> life.quitOrStay(made.updates.atEnd::never));
        if (arguments.hidden()) {
            life.beginHidden();
            connect(made);
        } else {
            life.raise();
            FirstFrame.watch(window.getScene(), InstantSource.system(), () -> {
                connect(made);
                made.open(arguments);
                Ahead.begin(made, window.getScene());
            });
        }
        Instance first = instance;
        if (first != null) {
            first.onCall(words -> FxThread.LATER.execute(() -> again(Arguments.parse(words))));
        }
    }

    /** The queen is started when the window is seen, which both would make each other wait for. */
    private void connect(Graph made) {
        FirstStart first = STARTING.getAndSet(null);
        if (first != null) {
            first.started();
        }
        made.beginUpdates();
        SettingsWiring.autostart().ifPresent(made::renewAutostart);
        Problem why = trouble;
        if (why == null) {
            made.control.start();
        } else {
            made.live.away(why, false);
        }
    }

    /** Somebody started it a second time. */
    private void again(Arguments arguments) {
        Objects.requireNonNull(life, "made at the start").open(arguments);
    }

    /** Somebody told the queen to shut down, which ends this program without a question. */
    private void endAsked() {
        WindowLife now = life;
        if (now != null) {
            now.end();
        }
    }

    private void leave() {
        Instance first = instance;
        if (first != null) {
            first.leave();
        }
    }

    private void exit() {
        Instance first = instance;
        if (first != null) {
            first.close();
        }
        Graph made = graph;
        if (made != null) {
            made.updates.atEnd.run();
        }
        Platform.exit();
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
        WindowLife now = life;
        if (made != null && now != null && now.phase() != WindowLife.Phase.CLOSING) {
            made.close();
            Objects.requireNonNull(host, "init made it").close();
        }
    }
}
