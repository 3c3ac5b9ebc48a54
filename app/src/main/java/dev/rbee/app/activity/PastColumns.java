package dev.rbee.app.activity;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Columns over rows that never change; those of less weight leave where it is narrow. JavaFX thread only. */
final class PastColumns<T> {
    private final Map<TableColumn<T, ?>, Double> needed = new LinkedHashMap<>();
    private final TableView<T> table;

    PastColumns(TableView<T> table) {
        this.table = table;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.widthProperty()
                .addListener((p, old, now) ->
                        needed.forEach((column, from) -> column.setVisible(now.doubleValue() >= from)));
    }

    /** Text that takes what room is left; all of it as a tooltip. */
    PastColumns<T> text(String name, double width, double fromWidth, Function<T, String> value) {
        TableColumn<T, String> column = column(name, value);
        column.setMinWidth(Math.min(width, 110));
        column.setPrefWidth(width);
        column.setCellFactory(c -> new TextCell<>(false));
        return add(column, fromWidth);
    }

    /** A time, of a fixed width. */
    PastColumns<T> time(String name, double width, Function<T, String> value) {
        TableColumn<T, String> column = fixed(column(name, value), width);
        column.setCellFactory(c -> new TextCell<>(false));
        return add(column, 0);
    }

    /** A figure, of a fixed width, to the right. */
    PastColumns<T> figure(String name, double width, double fromWidth, Function<T, String> value) {
        TableColumn<T, String> column = fixed(column(name, value), width);
        column.getStyleClass().add("right");
        column.setCellFactory(c -> new TextCell<>(true));
        return add(column, fromWidth);
    }

    /** A state. */
    PastColumns<T> badge(String name, double width, double fromWidth, Function<T, Badge> value) {
        TableColumn<T, Badge> column = fixed(column(name, value), width);
        column.setCellFactory(c -> new TableCell<>() {
            private final Pill pill = new Pill();

            @Override
            protected void updateItem(@Nullable Badge item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                } else {
                    pill.show(item);
                    setGraphic(pill);
                }
            }
        });
        return add(column, fromWidth);
    }

    private PastColumns<T> add(TableColumn<T, ?> column, double fromWidth) {
        needed.put(column, fromWidth);
        table.getColumns().add(column);
        return this;
    }

    private static <T, V> TableColumn<T, V> column(String name, Function<T, V> value) {
        TableColumn<T, V> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    private static <T, V> TableColumn<T, V> fixed(TableColumn<T, V> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    private static final class TextCell<T> extends TableCell<T, String> {
        private final Tooltip tip = new Tooltip();
        private final boolean figure;

        TextCell(boolean figure) {
            this.figure = figure;
            if (figure) {
                getStyleClass().addAll("right", "figure");
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean none = empty || item == null || item.isEmpty();
            setText(none ? null : item);
            if (!none && item != null) {
                tip.setText(item);
            }
            setTooltip(none || figure ? null : tip);
        }
    }
}
