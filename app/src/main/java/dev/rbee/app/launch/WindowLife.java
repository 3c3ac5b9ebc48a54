package dev.rbee.app.launch;

import dev.rbee.app.background.CloseQuestion;
import dev.rbee.app.background.OnClose;
import dev.rbee.app.frame.Command;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, hides and ends the window and with it the program: the one owner of its phase. JavaFX thread only; nothing here waits. */
final class WindowLife {
    private static final Words WORDS = Words.of(WindowLife.class);
    private static final Logger LOG = LoggerFactory.getLogger(WindowLife.class);

    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination QUIT = new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    /** Where the window stands. */
    enum Phase {
        /** shown */
        OPEN,
        /** shown, with a question about its end before it */
        ASKING,
        /** the fleet goes on without it */
        HIDDEN,
        /** everything is ending */
        CLOSING
    }

    private final Stage window;
    private final Graph graph;
    private final QueenHost host;
    private final AppState state;
    private final Runnable leaving;
    private final Runnable exit;
    private final TrayWiring tray;
    private Phase phase = Phase.HIDDEN;

    /**
     * Not shown yet.
     *
     * @param environment of the program, which tells of the desktop
     * @param leaving is told when the end begins
     * @param exit ends the program, on any thread, when all that {@code host} has started is gone
     */
    WindowLife(
            Stage window,
            Graph graph,
            QueenHost host,
            AppState state,
            Map<String, String> environment,
            Runnable leaving,
            Runnable exit) {
        this.window = window;
        this.graph = graph;
        this.host = host;
        this.state = state;
        this.leaving = leaving;
        this.exit = exit;
        tray = new TrayWiring(graph, state, environment);
        window.setOnCloseRequest(event -> {
            event.consume();
            closeAsked();
        });
    }

    Phase phase() {
        return phase;
    }

    /** The program begins without its window. */
    void beginHidden() {
        tray.show(this);
    }

    /** What can be done with the window everywhere. */
    List<Command> commands() {
        String group = WORDS.get("group.window");
        return List.of(
                new Command(group, WORDS.get("window.close"), "", Feather.X, CLOSE, this::closeAsked),
                new Command(group, WORDS.get("window.quit"), "", Feather.POWER, QUIT, this::quitAsked));
    }

    /** Shows the window before all others; false where everything is ending. */
    boolean raise() {
        if (phase == Phase.CLOSING) {
            return false;
        }
        if (phase == Phase.HIDDEN) {
            phase = Phase.OPEN;
            graph.front(true);
            window.show();
            LOG.info("window=shown");
        }
        window.setIconified(false);
        window.toFront();
        window.requestFocus();
        return true;
    }

    /** Shows the window and what somebody wants to be shown in it; nothing where that is to go on in the background. */
    void open(Arguments arguments) {
        if (!arguments.hidden() && raise()) {
            graph.open(arguments);
        }
    }

    /** The user closes the window. */
    void closeAsked() {
        if (phase != Phase.OPEN) {
            return;
        }
        if (!host.running()) {
            quitAsked();
            return;
        }
        switch (OnClose.of(state)) {
            case KEEP -> hide();
            case QUIT -> quitAsked();
            case ASK -> {
                phase = Phase.ASKING;
                graph.closeQuestion().ask(tray.leadsBack(), this::answered);
            }
        }
    }

    private void answered(CloseQuestion.Choice choice) {
        if (phase != Phase.ASKING) {
            return;
        }
        phase = Phase.OPEN;
        switch (choice) {
            case KEEP -> hide();
            case QUIT -> quitAsked();
            case STAY -> {}
        }
    }

    private void hide() {
        phase = Phase.HIDDEN;
        LOG.info("window=hidden");
        tray.show(this);
        graph.front(false);
        hideAll();
    }

    /** The user ends the program; asks where that would cut off an answer. */
    void quitAsked() {
        quitOrStay(() -> {});
    }

    /** The same; {@code stays} is told where the user does not want to end it after all. */
    void quitOrStay(Runnable stays) {
        if (phase == Phase.ASKING || phase == Phase.CLOSING) {
            return;
        }
        if (!graph.answering()) {
            end();
            return;
        }
        raise();
        phase = Phase.ASKING;
        graph.confirm(
                WORDS.get("quit.title"),
                Ui.paragraph(WORDS.get("quit.words")),
                WORDS.get("quit.act"),
                this::end,
                () -> {
                    phase = phase == Phase.ASKING ? Phase.OPEN : phase;
                    stays.run();
                });
    }

    /** Ends the program without a question: the window is gone at once, the rest when everything that was started has ended. */
    void end() {
        if (phase == Phase.CLOSING) {
            return;
        }
        phase = Phase.CLOSING;
        leaving.run();
        tray.close();
        hideAll();
        graph.close();
        Thread.ofPlatform().name("rbee-app-closing").start(() -> {
            host.close();
            exit.run();
        });
    }

    private void hideAll() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
    }
}
