package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Motion;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything that can be done, over the window: type a few letters, Enter does it. JavaFX thread only. */
public final class Palette extends StackPane {
    private static final Words WORDS = Words.of(Palette.class);
    private static final double LINE = 36;

    private final Supplier<List<Command>> commands;
    private final Recent recent;
    private final TextField field = new TextField();
    private final ListView<Line> list = new ListView<>();
    private final Label count = Ui.label("", "secondary");
    private Ranking ranking = new Ranking(List.of(), List.of());
    private @Nullable Node before;

    /** {@code commands} is asked each time it opens. */
    public Palette(Supplier<List<Command>> commands, AppState state) {
        this.commands = commands;
        recent = new Recent(state);
        setId("palette");
        getStyleClass().add("overlay");
        field.setId("palette-field");
        field.setPromptText(WORDS.get("palette.prompt"));
        field.setAccessibleText(WORDS.get("palette.prompt"));
        field.textProperty().addListener((p, old, now) -> show());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setAccessibleText(WORDS.get("palette.show"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new LineCell(this::run));
        list.setPlaceholder(Ui.label(WORDS.get("palette.none"), "secondary"));
        list.setMinHeight(LINE);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label keys = Ui.label(WORDS.get("palette.keys"), "secondary");
        keys.setMinWidth(0);
        VBox panel = new VBox(field, list, new javafx.scene.layout.HBox(8, keys, Ui.spacer(), count));
        panel.getStyleClass().add("palette");
        panel.maxHeightProperty().bind(heightProperty().subtract(96).map(room -> Math.min(560, room.doubleValue())));
        setAlignment(panel, Pos.TOP_CENTER);
        setMargin(panel, new Insets(48, 24, 24, 24));
        getChildren().add(panel);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        Ui.shown(this, false);
    }

    /** Shows it with nothing typed; closes it where it is open. */
    public void open() {
        if (isVisible()) {
            close();
            return;
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        ranking = new Ranking(commands.get(), recent.names());
        field.clear();
        Ui.shown(this, true);
        show();
        field.requestFocus();
        Motion.appear(this);
    }

    private void close() {
        Ui.shown(this, false);
        list.getItems().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void show() {
        List<Line> lines = ranking.lines(field.getText());
        list.getItems().setAll(lines);
        list.setPrefHeight(Math.max(2, lines.size()) * LINE + 2);
        count.setText(WORDS.get("palette.count", field.getText().isBlank() ? ranking.size() : lines.size()));
        select(0, 1);
        list.scrollTo(0);
    }

    /** The next line that can be chosen, from there on in that direction; the same as before where there is none. */
    private void choose(int from, int step) {
        int at = select(from, step);
        if (at >= 0) {
            reveal(at);
        }
    }

    private int select(int from, int step) {
        for (int at = from; at >= 0 && at < list.getItems().size(); at += step) {
            if (list.getItems().get(at) instanceof Line.Hit) {
                list.getSelectionModel().select(at);
                return at;
            }
        }
        return -1;
    }

    private void reveal(int at) {
        int fits = Math.max(1, (int) (list.getHeight() / LINE));
        int first = list.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
        if (at <= first) {
            list.scrollTo(Math.max(0, at - 1));
        } else if (at >= first + fits - 1) {
            list.scrollTo(Math.max(0, at - fits + 2));
        }
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        int page = Math.max(1, (int) (list.getHeight() / LINE) - 1);
        switch (event.getCode()) {
            case DOWN -> choose(at >= last ? 0 : at + 1, 1);
            case UP -> choose(first(at) ? last : at - 1, -1);
            case PAGE_DOWN -> choose(Math.min(last, at + page), at + page > last ? -1 : 1);
            case PAGE_UP -> choose(Math.max(0, at - page), at - page <= 0 ? 1 : -1);
            case ENTER -> {
                if (list.getSelectionModel().getSelectedItem() instanceof Line.Hit hit) {
                    run(hit.command());
                }
            }
            case ESCAPE -> close();
            case TAB -> {}
            case K -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                close();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean first(int at) {
        return list.getItems().subList(0, Math.max(0, at)).stream().noneMatch(Line.Hit.class::isInstance);
    }

    private void run(Command command) {
        recent.chosen(command);
        close();
        command.act().run();
    }
}
