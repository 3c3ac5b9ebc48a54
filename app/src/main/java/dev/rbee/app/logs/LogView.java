package dev.rbee.app.logs;

import dev.rbee.app.fx.AppendFeed;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.LogSource;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The log of one worker or hive, live: follows its end unless told not to or scrolled away from it; shows only lines that contain what is
 * searched for, coloured by their level; selected lines, or all, can be copied. Keeps the last lines only. JavaFX thread only.
 */
public final class LogView extends VBox {
    private static final Words WORDS = Words.of(LogView.class);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final Duration SETTLED = Duration.millis(250);
    private static final int KEPT = 2_000;

    private final LogSource source;
    private final Background background;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final FilteredList<String> found = new FilteredList<>(lines);
    private final ListView<String> list = new ListView<>(found);
    private final CheckBox follow = new CheckBox(WORDS.get("follow"));
    private final TextField search = new TextField();
    private final Label count = Ui.label("", "secondary", "figure");
    private final VBox trouble = new VBox();
    private final PauseTransition settle = new PauseTransition(SETTLED);
    private @Nullable String shown;
    private @Nullable Task reading;

    /** Shows nothing yet. */
    public LogView(LogSource source, Background background, String id) {
        super(8);
        this.source = source;
        this.background = background;
        follow.setSelected(true);
        follow.setTooltip(Ui.tip(WORDS.get("follow.tip"), null));
        follow.setOnAction(e -> end());
        list.getStyleClass().addAll("log", "wrapped");
        list.setId(id);
        list.setPrefHeight(260);
        list.setMinHeight(160);
        list.setCellFactory(view -> new LogCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(Ui.label(WORDS.get("none"), "secondary"));
        list.setAccessibleText(WORDS.get("lines"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                Ui.copy(String.join("\n", list.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        search.setId(id + "-search");
        search.setPromptText(WORDS.get("search"));
        search.setAccessibleText(WORDS.get("search"));
        search.textProperty().addListener((p, old, now) -> seek(now));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Ui.label(WORDS.get("head"), "section"),
                count,
                Ui.spacer(),
                follow,
                Ui.copyButton(WORDS.get("copy"), () -> String.join("\n", found)));
        head.getStyleClass().add("chat-bar");
        getChildren().addAll(head, search, trouble, list);
        settle.setOnFinished(e -> read());
    }

    private void seek(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(
                wanted.isEmpty() ? null : line -> line.toLowerCase(Locale.ROOT).contains(wanted));
        say();
        end();
    }

    private void say() {
        count.setText(
                search.getText().isBlank()
                        ? ""
                        : WORDS.get("found", Integer.toString(found.size()), Integer.toString(lines.size())));
    }

    private void end() {
        if (follow.isSelected() && !found.isEmpty()) {
            list.scrollTo(found.size() - 1);
        }
    }

    /**
     * Reads the log of this one from now on, a moment later, so that nothing is asked for rows that are only passed by; null: of none. The
     * same one again changes nothing.
     */
    public void show(@Nullable String of) {
        if (Objects.equals(shown, of)) {
            return;
        }
        shown = of;
        settle.stop();
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        lines.clear();
        say();
        trouble.getChildren().clear();
        if (of != null) {
            settle.playFromStart();
        }
    }

    private void read() {
        String of = shown;
        if (of == null) {
            return;
        }
        AppendFeed<String> feed = new AppendFeed<>(FxThread.LATER, batch -> append(of, batch));
        reading = background.start(
                () -> {
                    source.follow(of, feed::offer);
                    return of;
                },
                ended -> {},
                problem -> failed(of, problem));
    }

    private void append(String from, List<String> batch) {
        if (!from.equals(shown)) {
            return;
        }
        lines.addAll(batch);
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
        say();
        end();
    }

    private void failed(String from, Problem problem) {
        if (from.equals(shown)) {
            trouble.getChildren().setAll(new ProblemView(problem, Ui.button(WORDS.get("again"), null, () -> {
                shown = null;
                show(from);
            })));
        }
    }
}
