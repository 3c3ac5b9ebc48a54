package dev.rbee.app.table;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Columns of tables of live rows. Each keeps its width and tells how narrow a table may be before it goes. */
public final class Columns {
    private static final Words WORDS = Words.of(Columns.class);

    private Columns() {}

    /** Plain text, sorted as text. */
    public static <V> LiveColumn<V, String> text(String name, double width, Function<V, String> value) {
        LiveColumn<V, String> column = column(name, width, value);
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        column.setCellFactory(c -> new TextCell<>());
        return column;
    }

    /** A number, right-aligned, in words of its own, sorted as number. */
    public static <V, N extends Comparable<N>> LiveColumn<V, N> number(
            String name, double width, Function<V, @Nullable N> value, Function<N, String> words) {
        LiveColumn<V, N> column = fixed(column(name, width, value), width);
        column.getStyleClass().add("right");
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(c -> new TableCell<>() {
            {
                getStyleClass().addAll("right", "figure");
            }

            @Override
            protected void updateItem(@Nullable N item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item == null ? WORDS.get("number.unknown") : words.apply(item));
            }
        });
        return column;
    }

    /** A state as a pill, sorted by {@code order}. */
    public static <V, S extends Enum<S>> LiveColumn<V, S> state(
            String name, double width, Function<V, S> value, Function<S, Badge> badge) {
        LiveColumn<V, S> column = fixed(column(name, width, value), width);
        column.setCellFactory(c -> new TableCell<>() {
            private final Pill pill = new Pill();

            @Override
            protected void updateItem(@Nullable S item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                } else {
                    pill.show(badge.apply(item));
                    setGraphic(pill);
                }
            }
        });
        return column;
    }

    /** An age that counts each second. */
    public static <V> LiveColumn<V, Instant> age(
            String name, double width, Function<V, @Nullable Instant> value, ObservableValue<Instant> now) {
        LiveColumn<V, Instant> column = fixed(column(name, width, value), width);
        column.getStyleClass().add("right");
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(c -> new TableCell<>() {
            {
                getStyleClass().addAll("right", "figure");
                textProperty()
                        .bind(Bindings.createStringBinding(
                                () -> isEmpty()
                                        ? null
                                        : getItem() == null
                                                ? WORDS.get("age.unknown")
                                                : Units.ago(getItem(), now.getValue()),
                                itemProperty(),
                                emptyProperty(),
                                now));
            }
        });
        return column;
    }

    /** Whatever draws the row; {@code part} is compared to see whether it must be drawn anew. */
    public static <V, P> LiveColumn<V, P> drawn(
            String name, double width, Function<V, P> part, Comparator<P> order, Function<P, Node> draw) {
        LiveColumn<V, P> column = column(name, width, part);
        column.setComparator(order);
        column.setCellFactory(c -> new TableCell<>() {
            private @Nullable P drawn;

            @Override
            protected void updateItem(@Nullable P item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    drawn = null;
                    setGraphic(null);
                } else if (!Objects.equals(item, drawn)) {
                    drawn = item;
                    setGraphic(draw.apply(item));
                }
            }
        });
        return column;
    }

    /** Whatever draws the row and can draw the next one: made once for each cell, so that nothing is made while the table is scrolled. */
    public static <V, P, N extends Node> LiveColumn<V, P> redrawn(
            String name,
            double width,
            Function<V, P> part,
            Comparator<P> order,
            Supplier<N> make,
            BiConsumer<N, P> show) {
        LiveColumn<V, P> column = column(name, width, part);
        column.setComparator(order);
        column.setCellFactory(c -> new TableCell<>() {
            private final N node = make.get();

            @Override
            protected void updateItem(@Nullable P item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                } else {
                    show.accept(node, item);
                    setGraphic(node);
                }
            }
        });
        return column;
    }

    /** Takes no part in what is left over: the room goes to names. */
    public static <V, T> LiveColumn<V, T> fixed(LiveColumn<V, T> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    private static <V, T> LiveColumn<V, T> column(String name, double width, Function<V, @Nullable T> value) {
        return new LiveColumn<>(name, width, value);
    }
}
