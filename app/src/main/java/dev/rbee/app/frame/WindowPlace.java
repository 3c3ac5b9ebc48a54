package dev.rbee.app.frame;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.LatestFeed;
import dev.rbee.app.state.AppState;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stood last, brought back as far as the screens of today allow. JavaFX thread only. */
public final class WindowPlace {
    /** The least width and height of the window, px. */
    public static final double LEAST_WIDTH = 720;
    /** The least height of the window, px. */
    public static final double LEAST_HEIGHT = 480;

    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;
    /** So much of the title bar must be on a screen that it can be taken hold of. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 24;

    private WindowPlace() {}

    /** Brings the window, not shown yet, to where it was, and remembers from now on where it is. */
    public static void follow(Stage window, AppState state) {
        window.setMinWidth(LEAST_WIDTH);
        window.setMinHeight(LEAST_HEIGHT);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Optional<Rectangle2D> before = remembered(state).filter(place -> reachable(place, screens));
        Rectangle2D home = before.flatMap(place -> screens.stream()
                        .filter(screen -> screen.intersects(place))
                        .findFirst())
                .orElse(Screen.getPrimary().getVisualBounds());
        window.setWidth(within(state.number("window.width", USUAL_WIDTH), LEAST_WIDTH, home.getWidth()));
        window.setHeight(within(state.number("window.height", USUAL_HEIGHT), LEAST_HEIGHT, home.getHeight()));
        before.ifPresent(place -> {
            window.setX(place.getMinX());
            window.setY(place.getMinY());
        });
        window.setMaximized(state.flag("window.maximised", false));
        // A window that is being made larger by the desktop says its size before it says that it is maximised, so it is
        // asked later.
        LatestFeed<Stage> later = new LatestFeed<>(FxThread.LATER, stage -> remember(stage, state));
        InvalidationListener moved = property -> later.offer(window);
        window.xProperty().addListener(moved);
        window.yProperty().addListener(moved);
        window.widthProperty().addListener(moved);
        window.heightProperty().addListener(moved);
        window.maximizedProperty().addListener(moved);
    }

    private static void remember(Stage window, AppState state) {
        if (!window.isShowing() || window.isIconified() || window.isFullScreen()) {
            return;
        }
        state.put("window.maximised", window.isMaximized());
        if (!window.isMaximized()) {
            state.put("window.x", window.getX());
            state.put("window.y", window.getY());
            state.put("window.width", window.getWidth());
            state.put("window.height", window.getHeight());
        }
    }

    private static Optional<Rectangle2D> remembered(AppState state) {
        if (!state.has("window.x") || !state.has("window.y")) {
            return Optional.empty();
        }
        return Optional.of(new Rectangle2D(
                state.number("window.x", 0),
                state.number("window.y", 0),
                within(state.number("window.width", USUAL_WIDTH), LEAST_WIDTH, 20_000),
                within(state.number("window.height", USUAL_HEIGHT), LEAST_HEIGHT, 20_000)));
    }

    /** Whether enough of its title bar is on one of the screens. */
    static boolean reachable(Rectangle2D window, List<Rectangle2D> screens) {
        return screens.stream().anyMatch(screen -> {
            double wide = Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
            double above = screen.getMinY() - window.getMinY();
            return wide >= GRIP_WIDTH && above <= 0 && window.getMinY() + GRIP_HEIGHT <= screen.getMaxY();
        });
    }

    private static double within(double wanted, double least, double most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
