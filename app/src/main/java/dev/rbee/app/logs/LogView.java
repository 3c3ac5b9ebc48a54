package dev.rbee.app.logs;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.QueenApi;
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

/** The log of one worker, live; follows its end unless told not to. JavaFX thread only. */
public final class LogView extends VBox {
    private static final int KEPT = 2_000;

    private final QueenApi queen;
    private final Background background;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ListView<String> list = new ListView<>(lines);
    private final CheckBox follow = new CheckBox("Follow");
    private final VBox trouble = new VBox();
    private @Nullable String worker;
    private @Nullable Task reading;

    /** Shows nothing yet. */
    public LogView(QueenApi queen, Background background) {
        super(8);
        this.queen = queen;
        this.background = background;
        follow.setSelected(true);
        list.getStyleClass().add("log");
        list.setId("worker-log");
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

    /** Reads the log of this worker from now on; null: of none. The same one again changes nothing. */
    public void show(@Nullable String workerId) {
        if (Objects.equals(worker, workerId)) {
            return;
        }
        worker = workerId;
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        lines.clear();
        trouble.getChildren().clear();
        if (workerId != null) {
            AppendFeed<String> feed = new AppendFeed<>(FxThread.LATER, batch -> append(workerId, batch));
            reading = background.start(
                    () -> {
                        queen.logs(workerId, feed::offer);
                        return workerId;
                    },
                    ended -> {},
                    problem -> failed(workerId, problem));
        }
    }

    private void append(String from, List<String> batch) {
        if (!from.equals(worker)) {
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
        if (from.equals(worker)) {
            trouble.getChildren().setAll(new ProblemView(problem, Ui.button("Try again", null, () -> {
                worker = null;
                show(from);
            })));
        }
    }
}
