package dev.rbee.app.launch;

import dev.rbee.app.fx.Rest;
import java.time.Duration;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/**
 * What can be done before anybody asks for it, in moments when nobody uses the window: the pages that are not open yet are made, one at a time, and
 * then the memory that the start needed is given back. JavaFX thread only.
 */
final class Ahead {
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration LONG_QUIET = Duration.ofSeconds(3);

    private final Graph graph;
    private final Scene scene;
    private final Rest next = new Rest(QUIET, this::make);
    private final Rest last = new Rest(LONG_QUIET, this::tidy);
    private final EventHandler<InputEvent> used = event -> later();

    private Ahead(Graph graph, Scene scene) {
        this.graph = graph;
        this.scene = scene;
    }

    /** Begins in a moment; each key and each move of the mouse puts it off. */
    static void begin(Graph graph, Scene scene) {
        Ahead ahead = new Ahead(graph, scene);
        scene.addEventFilter(InputEvent.ANY, ahead.used);
        ahead.next.begin();
    }

    private void later() {
        if (next.waiting()) {
            next.begin();
        }
        if (last.waiting()) {
            last.begin();
        }
    }

    private void make() {
        if (graph.makeAhead()) {
            next.begin();
        } else {
            last.begin();
        }
    }

    private void tidy() {
        scene.removeEventFilter(InputEvent.ANY, used);
        Thread.ofPlatform().daemon().name("rbee-app-tidy").start(System::gc);
    }
}
