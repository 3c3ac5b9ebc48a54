package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The phases of an installation with ticks. */
final class PhaseList extends VBox {
    private static final Words WORDS = Words.of(PhaseList.class);

    /** How far one is. */
    private enum Progress {
        OPEN(Feather.CIRCLE, WORDS.get("to.do")),
        NOW(Feather.LOADER, WORDS.get("at.work")),
        DONE(Feather.CHECK, "done"),
        FAILED(Feather.X, "failed");

        private final Feather icon;
        private final String words;

        Progress(Feather icon, String words) {
            this.icon = icon;
            this.words = words;
        }
    }

    private final Map<Phase, HBox> lines = new EnumMap<>(Phase.class);
    private Phase now = Phase.CONNECT;

    PhaseList() {
        super(6);
        getStyleClass().add("phases");
        for (Phase phase : Phase.values()) {
            StackPane mark = new StackPane(new FontIcon(Feather.CIRCLE));
            mark.getStyleClass().add("phase-mark");
            HBox line = new HBox(10, mark, Ui.label(phase.words()));
            line.getStyleClass().add("phase");
            line.setId("phase-" + phase.name().toLowerCase(Locale.ROOT));
            lines.put(phase, line);
            getChildren().add(line);
        }
        start();
    }

    /** All to do, the first at work. */
    void start() {
        show(Phase.CONNECT, Progress.NOW);
    }

    /** That phase is at work now, unless a later one was. */
    void reach(Phase phase) {
        show(now.or(phase), Progress.NOW);
    }

    /** All done. */
    void done() {
        show(Phase.HEARTBEAT, Progress.DONE);
    }

    /** It ended where it was. */
    void failed() {
        show(now, Progress.FAILED);
    }

    /** The one at work, or that failed. */
    Phase now() {
        return now;
    }

    private void show(Phase reached, Progress how) {
        now = reached;
        lines.forEach((phase, line) -> {
            int order = phase.compareTo(reached);
            draw(line, order < 0 ? Progress.DONE : order == 0 ? how : Progress.OPEN);
        });
    }

    private static void draw(HBox line, Progress progress) {
        line.getStyleClass().removeAll("open", "now", "done", "failed");
        line.getStyleClass().add(progress.name().toLowerCase(Locale.ROOT));
        StackPane mark = (StackPane) line.getChildren().getFirst();
        ((FontIcon) mark.getChildren().getFirst()).setIconCode(progress.icon);
        Label words = (Label) line.getChildren().get(1);
        words.setAccessibleText(words.getText() + ": " + progress.words);
    }
}
