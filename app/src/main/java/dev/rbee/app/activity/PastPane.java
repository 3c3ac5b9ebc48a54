package dev.rbee.app.activity;

import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The table of a past: filters above it, pages as one scrolls, new rows without moving what is read. JavaFX thread only. */
final class PastPane<T> extends VBox {
    private static final Words WORDS = Words.of(PastPane.class);
    private static final double NEAR_END = 0.8;

    private final PastList<T> list;
    private final FilterBar filters;
    private final Presenter presenter;
    private final Node empty;
    private final TableView<T> table = new TableView<>();
    private final Label count = Ui.label("", "secondary", "figure");
    private final Button fresh;
    private final VBox trouble = new VBox();
    private @Nullable ScrollBar bar;
    private boolean started;
    private boolean away;
    private final Detail<T> detail;
    private boolean changing;
    /** The row that is told of, where it is not in the list just now: it ended and is being written down. */
    private @Nullable String told;

    /** {@code detail} stands beside the table; {@code empty} in its place while nothing was written down. */
    PastPane(
            String id,
            Past<T> past,
            Background background,
            Presenter presenter,
            FilterBar filters,
            Detail<T> detail,
            Node empty) {
        super(12);
        this.filters = filters;
        this.presenter = presenter;
        this.empty = empty;
        this.detail = detail;
        list = new PastList<>(past, background, this::readsBelow, this::keeping);
        table.setId(id + "-table");
        table.setAccessibleText(WORDS.get(id));
        table.setItems(list.rows());
        table.setFixedCellSize(36);
        fresh = Ui.button("", Feather.ARROW_UP, this::showNew);
        fresh.setId(id + "-new");
        fresh.getStyleClass().add("new-rows");
        Ui.shown(fresh, false);
        StackPane.setAlignment(fresh, javafx.geometry.Pos.TOP_CENTER);
        StackPane.setMargin(fresh, new javafx.geometry.Insets(40, 0, 0, 0));
        StackPane over = new StackPane(table, fresh);
        HBox.setHgrow(over, Priority.ALWAYS);
        over.setMinWidth(0);
        HBox body = new HBox(16, over, detail.pane());
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox foot = new HBox(8, count);
        foot.getStyleClass().add("list-foot");
        getChildren().addAll(filters, trouble, body, foot);
        VBox.setVgrow(this, Priority.ALWAYS);
        list.standing().addListener((p, old, now) -> show(now));
        table.skinProperty().addListener((p, old, now) -> watchScroll());
        table.getSelectionModel().selectedItemProperty().addListener((p, old, now) -> {
            if (!changing) {
                told = null;
                detail.show(now);
            }
        });
    }

    /** Nothing is told of any more. */
    void rest() {
        told = null;
        table.getSelectionModel().clearSelection();
        detail.show(null);
    }

    /** Changes the rows; who is told of stays so, also when it has ended meanwhile. */
    private void keeping(Runnable change) {
        T selected = table.getSelectionModel().getSelectedItem();
        String key = selected == null ? told : list.key(selected);
        changing = true;
        try {
            change.run();
            if (key == null) {
                return;
            }
            int at = list.find(key);
            told = at < 0 ? key : null;
            if (at < 0) {
                table.getSelectionModel().clearSelection();
            } else {
                table.getSelectionModel().clearAndSelect(at);
                detail.show(list.rows().get(at));
            }
        } finally {
            changing = false;
        }
    }

    TableView<T> table() {
        return table;
    }

    /** Filters have changed. */
    void load() {
        if (away) {
            return;
        }
        started = true;
        list.load(filters.asked());
    }

    /** The page came to the front, or the queen came or went: what is loaded stays and is greyed while she is away. */
    void front(Background background, Past<T> past, boolean connected) {
        away = !connected;
        show(list.standing().get());
        if (away) {
            return;
        }
        filters.refresh(background, past);
        if (!started || list.standing().get().phase() == PastList.Phase.FAILED) {
            load();
        } else {
            list.look();
        }
    }

    /** Shows nothing until it comes to the front again. */
    void forget() {
        started = false;
        list.clear();
    }

    /** Looks for new rows. */
    void look() {
        list.look();
    }

    Map<String, String> asked() {
        return filters.asked();
    }

    private void showNew() {
        table.scrollTo(0);
        list.showHeld();
    }

    private boolean readsBelow() {
        ScrollBar now = bar;
        return now != null && now.isVisible() && now.getValue() > 0.001;
    }

    private void watchScroll() {
        if (table.lookup(".scroll-bar:vertical") instanceof ScrollBar found) {
            bar = found;
            found.valueProperty().addListener((p, old, now) -> {
                if (now.doubleValue() > NEAR_END) {
                    list.more();
                }
                if (now.doubleValue() <= 0.001 && list.standing().get().held() > 0) {
                    list.showHeld();
                }
            });
        }
    }

    private void show(PastList.Standing now) {
        if (bar == null) {
            watchScroll();
        }
        Ui.shown(fresh, now.held() > 0);
        fresh.setText(WORDS.get("new.rows", now.held()));
        Problem problem = now.problem();
        if (problem == null) {
            trouble.getChildren().clear();
        } else {
            trouble.getChildren()
                    .setAll(presenter.inline(problem, now.phase() == PastList.Phase.FAILED ? this::load : list::more));
        }
        table.getStyleClass().remove("away");
        if (away || now.phase() == PastList.Phase.FAILED) {
            table.getStyleClass().add("away");
        }
        table.setPlaceholder(placeholder(now));
        int rows = list.rows().size();
        count.setText(
                rows == 0
                        ? ""
                        : now.phase() == PastList.Phase.MORE
                                ? WORDS.get("rows.more", rows)
                                : now.end() ? WORDS.get("rows.all", rows) : WORDS.get("rows", rows));
    }

    private Node placeholder(PastList.Standing now) {
        if (away) {
            return new EmptyState(Feather.CLOUD_OFF, WORDS.get("away"), WORDS.get("away.words"), null);
        }
        return switch (now.phase()) {
            case NEW, LOADING -> {
                ProgressIndicator turning = new ProgressIndicator();
                turning.setMaxSize(24, 24);
                VBox box = new VBox(12, turning, Ui.label(WORDS.get("loading"), "secondary"));
                box.getStyleClass().add("empty");
                yield box;
            }
            case FAILED -> new VBox();
            case READY, MORE ->
                filters.asked().isEmpty()
                        ? empty
                        : new EmptyState(
                                Feather.FILTER,
                                WORDS.get("none.match"),
                                WORDS.get("none.match.words"),
                                Ui.button(WORDS.get("filter.clear"), Feather.X, filters::clear));
        };
    }
}
