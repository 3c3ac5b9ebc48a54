package dev.rbee.app.table;

import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.Paced;
import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A table of live rows: sorted, filtered by words and chips, grouped; columns of less weight are left out where it is narrow. Figures change
 * in place as they come; rows that come or go are shown four times a second at most, and rows change places because of a figure once a
 * second at most, so that ten thousand busy rows neither jump under the eye nor cost frames. What is selected stays selected, what is
 * being looked at stays where it is. JavaFX thread only.
 */
public final class LiveTable<V> extends TableView<Row<V>> {
    private static final Words WORDS = Words.of(LiveTable.class);
    private static final Duration MOVES = Duration.ofSeconds(1);
    private static final Duration COMES = Duration.ofMillis(250);

    private final Rows<V> rows;
    private final Arranger<V> arranger;
    private final Marked<V> marked = new Marked<>(this);
    private final ScrollKeeper<V> scroll = new ScrollKeeper<>(this);
    private final Map<LiveColumn<V, ?>, Double> needed = new LinkedHashMap<>();
    private final Map<LiveColumn<V, ?>, Boolean> wished = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Arranger.Shown<V>> shown;
    private final Node nothing;
    private @Nullable Node empty;
    private boolean many;
    private Runnable reset = () -> {};

    /** {@code words} is what the filter looks into. */
    public LiveTable(Rows<V> rows, Function<V, String> words) {
        this.rows = rows;
        arranger = new Arranger<>(words);
        shown = new ReadOnlyObjectWrapper<>(arranger.arrange());
        nothing = new EmptyState(
                Feather.FILTER,
                WORDS.get("nothing.head"),
                WORDS.get("nothing.more"),
                Ui.button(WORDS.get("nothing.action"), null, () -> reset.run()));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setRowFactory(table -> new GroupTableRow<>(this::fold));
        setSortPolicy(table -> {
            sorted();
            return true;
        });
        Paced moves = new Paced(FxThread.LATER, MOVES, this::arrange);
        Paced comes = new Paced(FxThread.LATER, COMES, this::arrange);
        rows.listen((changed, others) -> {
            boolean moved = arranger.changed(changed);
            if (others) {
                comes.changed();
            } else if (moved) {
                moves.changed();
            }
        });
        widthProperty().addListener((p, old, now) -> fit());
        RowKeys.on(this);
        arrange();
    }

    /** Adds a column that is shown while the table is at least that wide, px, unless the user wishes otherwise. */
    public void add(LiveColumn<V, ?> column, double fromWidth) {
        if (column.getId() == null) {
            column.setId(column.getText());
        }
        needed.put(column, fromWidth);
        getColumns().add(column);
    }

    /** The same, remembered under that key. */
    public void add(String key, LiveColumn<V, ?> column, double fromWidth) {
        column.setId(key);
        add(column, fromWidth);
    }

    /** Shows the rows that contain all of these words. */
    public void filter(String typed) {
        arranger.spec(spec().saying(typed));
        arrange();
    }

    /** Several rows can be selected at once from now on. */
    public void selectsMany() {
        many = true;
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    boolean many() {
        return many;
    }

    /** The selected row, null while none or several are; stays what it is while the row moves. */
    public ReadOnlyObjectProperty<@Nullable Row<V>> selected() {
        return marked.one();
    }

    /** All selected rows, heads of groups not among them. */
    public ObservableList<Row<V>> chosen() {
        return marked.rows();
    }

    /** Selects the row of that key and brings it to the eye; false where no such row is shown. */
    public boolean reveal(String key) {
        List<Row<V>> items = getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals(key)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 2));
                return true;
            }
        }
        return false;
    }

    /** What clears all filters, for the words that stand there when nothing matches. */
    public void resets(Runnable clear) {
        reset = clear;
    }

    Spec<V> spec() {
        return arranger.spec();
    }

    void spec(Spec<V> spec) {
        arranger.spec(spec);
        arrange();
    }

    ReadOnlyObjectProperty<Arranger.Shown<V>> shownNow() {
        return shown.getReadOnlyProperty();
    }

    int total() {
        return rows.list().size();
    }

    /** Opens or folds a group. */
    void fold(GroupRow<V> group) {
        Set<String> closed = new HashSet<>(spec().closed());
        if (!closed.remove(group.kind().key())) {
            closed.add(group.kind().key());
        }
        spec(spec().folding(closed));
    }

    private void sorted() {
        List<Spec.Order<V>> orders = new ArrayList<>();
        for (TableColumn<Row<V>, ?> column : getSortOrder()) {
            if (column instanceof LiveColumn<?, ?>) {
                for (LiveColumn<V, ?> known : needed.keySet()) {
                    if (known.equals(column)) {
                        orders.add(new Spec.Order<>(known, known.getSortType() == TableColumn.SortType.DESCENDING));
                    }
                }
            }
        }
        spec(spec().sorted(orders));
    }

    private void arrange() {
        arranger.rows(rows.list());
        Arranger.Shown<V> next = arranger.arrange();
        if (!next.items().equals(getItems())) {
            scroll.over(next.items(), () -> marked.over(() -> getItems().setAll(next.items())));
        }
        say(next);
        shown.set(next);
    }

    private void say(Arranger.Shown<V> next) {
        Node now = getPlaceholder();
        if (next.rows() == 0 && total() > 0) {
            if (!nothing.equals(now)) {
                empty = now;
                setPlaceholder(nothing);
            }
        } else if (nothing.equals(now)) {
            setPlaceholder(empty);
        }
    }

    /** Esc: empties the filter where it is being typed, else takes the selection away; false where there was neither. */
    public boolean escape(TextField filter) {
        if (filter.isFocused() && !filter.getText().isEmpty()) {
            filter.clear();
            return true;
        }
        if (!chosen().isEmpty()) {
            getSelectionModel().clearSelection();
            return true;
        }
        return false;
    }

    /** All columns, shown or not, in the order they were added. */
    Collection<LiveColumn<V, ?>> columns() {
        return needed.keySet();
    }

    /** The user wants to see that column or not; null: as there is room. */
    void wish(LiveColumn<V, ?> column, @Nullable Boolean wish) {
        if (wish == null) {
            wished.remove(column);
        } else {
            wished.put(column, wish);
        }
        fit();
    }

    @Nullable
    Boolean wish(LiveColumn<V, ?> column) {
        return wished.get(column);
    }

    private void fit() {
        double width = getWidth();
        needed.forEach((column, from) -> column.setVisible(wished.getOrDefault(column, width >= from)));
    }
}
