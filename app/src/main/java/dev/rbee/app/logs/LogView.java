package dev.rbee.app.logs;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.LogSource;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The log of one worker or hive, live; follows its end unless told not to. JavaFX thread only. */
public final class LogView extends VBox {
    private static final int KEPT = 2_000;

    private final LogSource source;
    private final Background background;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ListView<String> list = new ListView<>(lines);
    private final CheckBox follow = new CheckBox("Follow");
    private final VBox trouble = new VBox();
    private @Nullable String shown;
    private @Nullable Task reading;

    /** Shows nothing yet. */
    public LogView(LogSource source, Background background, String id) {
        super(8);
        this.source = source;
        this.background = background;
        follow.setSelected(true);
        list.getStyleClass().add("log");
        list.setId(id);
        list.setPrefHeight(220);
        list.setMinHeight(160);
        list.setFixedCellSize(18);
        list.setPlaceholder(Ui.label("No lines yet", "secondary"));
        list.setAccessibleText("Log lines");
        HBox head = new HBox(
                8,
                Ui.label("Log", "section"),
                Ui.spacer(),
                follow,
                Ui.copyButton("Copy the log", () -> String.join("\n", lines)));
        head.getStyleClass().add("chat-bar");
        getChildren().addAll(head, trouble, list);
    }

    /** Reads the log of this one from now on; null: of none. The same one again changes nothing. */
    public void show(@Nullable String of) {
        if (Objects.equals(shown, of)) {
            return;
        }
        shown = of;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        lines.clear();
        trouble.getChildren().clear();
        if (of != null) {
            AppendFeed<String> feed = new AppendFeed<>(FxThread.LATER, batch -> append(of, batch));
            reading = background.start(
                    () -> {
                        source.follow(of, feed::offer);
                        return of;
                    },
                    ended -> {},
                    problem -> failed(of, problem));
        }
    }

    private void append(String from, List<String> batch) {
        if (!from.equals(shown)) {
            return;
        }
        lines.addAll(batch);
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
        if (follow.isSelected()) {
            list.scrollTo(lines.size() - 1);
        }
    }

    private void failed(String from, Problem problem) {
        if (from.equals(shown)) {
            trouble.getChildren().setAll(new ProblemView(problem, Ui.button("Try again", null, () -> {
                shown = null;
                show(from);
            })));
        }
    }
}
