package dev.rbee.app.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.app.live.Row;
import dev.rbee.app.state.AppState;
import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** How the user arranged a table: order and widths of columns, which are shown, what sorts, what groups; kept from one start to the next. JavaFX thread only. */
public final class TableMemory<V> {
    private static final Words WORDS = Words.of(TableMemory.class);

    private final LiveTable<V> table;
    private final AppState state;
    private final String key;
    private final List<LiveColumn<V, ?>> usual;
    private boolean restoring = true;

    /** Arranges the table, which has all its columns, as it was left, and keeps what becomes of it under {@code table.<id>}. */
    public TableMemory(LiveTable<V> table, AppState state, String id) {
        this.table = table;
        this.state = state;
        key = "table." + id;
        usual = List.copyOf(table.columns());
        table.columns().forEach(column -> column.setReorderable(true));
        JsonNode tree = state.tree(key);
        if (tree != null) {
            restore(tree);
        }
        restoring = false;
        table.getColumns().addListener((ListChangeListener<TableColumn<Row<V>, ?>>) change -> save());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<Row<V>, ?>>) change -> save());
        table.columns().forEach(column -> {
            column.widthProperty().addListener((p, old, now) -> save());
            column.sortTypeProperty().addListener((p, old, now) -> save());
        });
    }

    private void restore(JsonNode tree) {
        List<String> order = new ArrayList<>();
        tree.path("order").forEach(id -> order.add(id.asText()));
        List<LiveColumn<V, ?>> columns = new ArrayList<>(usual);
        if (order.size() == columns.size()) {
            columns.sort(Comparator.comparingInt(column -> order.indexOf(column.getId())));
            table.getColumns().setAll(columns);
        }
        for (LiveColumn<V, ?> column : usual) {
            double width = tree.path("widths").path(column.getId()).asDouble(0);
            if (width >= column.getMinWidth() && width <= column.getMaxWidth()) {
                column.setPrefWidth(width);
            }
            JsonNode shown = tree.path("shown").path(column.getId());
            if (shown.isBoolean()) {
                table.wish(column, shown.booleanValue());
            }
        }
        for (JsonNode sort : tree.path("sort")) {
            String id = sort.path("column").asText();
            usual.stream().filter(column -> id.equals(column.getId())).forEach(column -> {
                column.setSortType(
                        sort.path("descending").asBoolean()
                                ? TableColumn.SortType.DESCENDING
                                : TableColumn.SortType.ASCENDING);
                table.getSortOrder().add(column);
            });
        }
    }

    /** The group it was left with. */
    @Nullable
    Facet<V> group(List<Facet<V>> groups) {
        JsonNode tree = state.tree(key);
        String left = tree == null ? "" : tree.path("group").asText();
        return groups.stream()
                .filter(facet -> facet.key().equals(left))
                .findFirst()
                .orElse(null);
    }

    void save() {
        if (restoring) {
            return;
        }
        ObjectNode tree = Json.MAPPER.createObjectNode();
        ArrayNode order = tree.putArray("order");
        ArrayNode sort = tree.putArray("sort");
        ObjectNode widths = tree.putObject("widths");
        ObjectNode shown = tree.putObject("shown");
        table.getColumns().forEach(column -> order.add(column.getId()));
        for (TableColumn<Row<V>, ?> column : table.getSortOrder()) {
            sort.addObject()
                    .put("column", column.getId())
                    .put("descending", column.getSortType() == TableColumn.SortType.DESCENDING);
        }
        for (LiveColumn<V, ?> column : usual) {
            if (column.getMinWidth() < column.getMaxWidth()) {
                widths.put(column.getId(), Math.round(column.getWidth()));
            }
            Boolean wish = table.wish(column);
            if (wish != null) {
                shown.put(column.getId(), wish);
            }
        }
        Facet<V> group = table.spec().group();
        if (group != null) {
            tree.put("group", group.key());
        }
        state.put(key, tree);
    }

    /** A line per column, ticked where it is shown, and the way back. */
    List<MenuItem> menu() {
        List<MenuItem> items = new ArrayList<>();
        for (LiveColumn<V, ?> column : usual.subList(1, usual.size())) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.setId("column-" + column.getId());
            item.setSelected(column.isVisible());
            item.setOnAction(e -> {
                table.wish(column, item.isSelected());
                save();
            });
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        MenuItem reset = new MenuItem(WORDS.get("columns.reset"));
        reset.setOnAction(e -> reset());
        items.add(reset);
        return items;
    }

    private void reset() {
        usual.forEach(column -> table.wish(column, null));
        table.getColumns().setAll(usual);
        table.getSortOrder().clear();
        save();
    }
}
