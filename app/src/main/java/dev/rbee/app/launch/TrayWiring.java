package dev.rbee.app.launch;

import dev.rbee.app.background.StartupCard;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.state.AppState;
import dev.rbee.app.tray.Desktop;
import dev.rbee.app.tray.Tray;
import dev.rbee.app.tray.TrayActions;
import dev.rbee.app.tray.TrayFigures;
import dev.rbee.app.tray.TrayWords;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/** Joins the tray with the window: an icon from the moment the fleet first goes on without it. JavaFX thread only. */
final class TrayWiring implements AutoCloseable {
    /** Under which key the window remembers whether an icon is wanted. */
    static final String KEY = StartupCard.TRAY;

    private final Graph graph;
    private final AppState state;
    private final boolean possible;
    private final AtomicReference<@Nullable Tray> tray = new AtomicReference<>();
    private final ChangeListener<FleetView> follow = (p, old, now) -> say();
    private @Nullable TrayWords said;
    private boolean asked;

    TrayWiring(Graph graph, AppState state, Map<String, String> environment) {
        this.graph = graph;
        this.state = state;
        possible = Desktop.mayHaveTray(System.getProperty("os.name"), environment);
    }

    /** Whether an icon leads back to a hidden window, as far as that is known without loading anything. */
    boolean leadsBack() {
        return tray.get() != null || (possible && !asked && state.flag(KEY, true));
    }

    /** Shows the icon where the desktop has a place for it; harmless again. */
    void show(WindowLife life) {
        if (asked || !possible || !state.flag(KEY, true)) {
            return;
        }
        asked = true;
        TrayActions actions = new TrayActions(
                () -> FxThread.LATER.execute(life::raise),
                () -> FxThread.LATER.execute(this::queen),
                () -> FxThread.LATER.execute(life::quitAsked));
        Thread.ofPlatform()
                .daemon()
                .name("rbee-app-tray")
                .start(() -> Tray.show(actions).ifPresent(shown -> FxThread.LATER.execute(() -> shown(shown))));
    }

    private void shown(Tray made) {
        tray.set(made);
        graph.fleet.view().addListener(follow);
        say();
    }

    private void queen() {
        if (graph.fleet.view().get().connected()) {
            graph.control.stop();
        } else {
            graph.control.start();
        }
    }

    private void say() {
        Tray now = tray.get();
        TrayWords words =
                TrayFigures.of(Objects.requireNonNull(graph.fleet.view().get()), graph.control.own());
        if (now != null && !words.equals(said)) {
            said = words;
            now.say(words);
        }
    }

    @Override
    public void close() {
        Tray now = tray.getAndSet(null);
        if (now != null) {
            graph.fleet.view().removeListener(follow);
            now.close();
        }
    }
}
