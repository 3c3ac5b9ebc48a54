package dev.rbee.app.chat;

import dev.rbee.app.markdown.CaretEvent;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A column of any length in which only the items in sight exist. What is being read stays where it is, whatever grows or turns out to be
 * of another height; only where the end was in sight it stays in sight. JavaFX thread only.
 */
final class LongColumn<T> extends Region {
    private static final double WIDEST = 760;
    private static final double SIDE = 24;
    private static final double TOP = 16;
    private static final double BOTTOM = 24;
    private static final double GAP = 24;
    private static final double BAR = 12;
    private static final double NEAR = 12;
    private static final double LINE = 40;
    /** Pixels beyond the edges in which items are kept ready. */
    private static final double BEYOND = 600;

    private final Function<T, Turn> maker;
    private final ToDoubleFunction<T> guess;
    private final IdentityHashMap<T, Turn> turns = new IdentityHashMap<>();
    private final Heights<T> heights = new Heights<>();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
    private double measuredFor = -1;
    /** The item at the upper edge, and how much of it is above that. */
    private int anchor;

    private double above = -TOP;
    private boolean following = true;
    private boolean adjusting;

    /** {@code guess} is the height of an item that was never in sight, without the gap. */
    LongColumn(Function<T, Turn> maker, ToDoubleFunction<T> guess) {
        this.maker = maker;
        this.guess = item -> guess.applyAsDouble(item) + GAP;
        getStyleClass().add("long-column");
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((p, old, now) -> dragged(now.doubleValue()));
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(CaretEvent.CARET, this::follow);
    }

    /** Whether the end is in sight. */
    ReadOnlyBooleanProperty atEnd() {
        return atEnd.getReadOnlyProperty();
    }

    /** Shows these; what was at the upper edge stays there if it still is among them. */
    void show(List<T> items) {
        T first = anchor < heights.size() ? heights.items().get(anchor) : null;
        heights.items(items, guess);
        int index = first == null ? -1 : heights.items().indexOf(first);
        if (index >= 0) {
            anchor = index;
        } else {
            anchor = Math.max(0, Math.min(anchor, items.size() - 1));
        }
        requestLayout();
    }

    /** Goes to the end and follows it from now on. */
    void toEnd() {
        following = true;
        requestLayout();
    }

    /** Brings the beginning of an item to the upper edge. */
    void reveal(T item) {
        int index = heights.items().indexOf(item);
        if (index >= 0) {
            following = false;
            anchor = index;
            above = -TOP;
            requestLayout();
        }
    }

    /** Forgets how an item looked and makes it anew. */
    void remake(T item) {
        Turn turn = turns.remove(item);
        if (turn != null) {
            getChildren().remove(turn);
            turn.dispose();
        }
        requestLayout();
    }

    /** What shows that item now; null where it is not in sight. */
    @Nullable
    Turn turnOf(T item) {
        return turns.get(item);
    }

    /** Pixels of all that is above the upper edge, as far as known. */
    double offset() {
        return TOP + heights.sum(anchor) + above;
    }

    /** Moves what is in sight by that many pixels; more is further down. */
    void move(double pixels) {
        following = false;
        above += pixels;
        requestLayout();
    }

    /** A place of a text has to be in sight, with a line around it. */
    private void follow(CaretEvent event) {
        Bounds place = sceneToLocal(event.place());
        if (place.getMinY() < TOP) {
            move(place.getMinY() - TOP);
        } else if (place.getMaxY() > getHeight() - BOTTOM) {
            move(place.getMaxY() - getHeight() + BOTTOM);
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            move(-event.getDeltaY());
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        double page = Math.max(40, getHeight() - 60);
        switch (event.getCode()) {
            case UP -> move(-LINE);
            case DOWN -> move(LINE);
            case PAGE_UP -> move(-page);
            case PAGE_DOWN -> move(page);
            case HOME -> seek(0);
            case END -> toEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void dragged(double value) {
        if (!adjusting) {
            seek(value);
        }
    }

    private void seek(double offset) {
        double left = offset - TOP;
        int index = 0;
        while (index < heights.size() - 1 && left >= heights.get(index)) {
            left -= heights.get(index);
            index++;
        }
        following = false;
        anchor = index;
        above = left;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double width = Math.min(WIDEST, getWidth() - 2 * SIDE);
        clip.setWidth(getWidth());
        clip.setHeight(height);
        if (width < 40 || height < 1) {
            return;
        }
        if (width != measuredFor) {
            measuredFor = width;
            heights.forget(guess);
        }
        if (!following) {
            normalise(width);
        }
        if (following || endOf(width, height) < height) {
            fromBelow(width, height);
        }
        place(width, height);
    }

    /** Measures from the upper edge down; where the last item in sight ends, with the room below the very last. */
    private double endOf(double width, double height) {
        double y = -above;
        int i = anchor;
        while (i < heights.size() && y < height) {
            y += measure(i++, width);
        }
        return i == heights.size() ? y - GAP + BOTTOM : Double.MAX_VALUE;
    }

    /** Makes the end stand at the lower edge; where all of it fits, the beginning at the upper one. */
    private void fromBelow(double width, double height) {
        double y = height - BOTTOM + GAP;
        int i = heights.size();
        while (i > 0 && y > 0) {
            y -= measure(--i, width);
        }
        anchor = i;
        above = i == 0 && y > TOP ? -TOP : -y;
    }

    /** Moves the anchor to the item that really is at the upper edge. */
    private void normalise(double width) {
        while (above < 0 && anchor > 0) {
            above += measure(--anchor, width);
        }
        while (anchor < heights.size() - 1 && above >= heights.get(anchor) && above >= measure(anchor, width)) {
            above -= measure(anchor++, width);
        }
        if (anchor == 0) {
            above = Math.max(-TOP, above);
        }
    }

    private void place(double width, double height) {
        double x = Math.floor((getWidth() - width) / 2);
        Set<Turn> used = new HashSet<>();
        double y = -above;
        int i = anchor;
        while (i < heights.size() && y < height + BEYOND) {
            double tall = measure(i, width);
            Turn turn = turn(i);
            used.add(turn);
            turn.resizeRelocate(x, (double) Math.round(y), width, tall - GAP);
            y += tall;
            i++;
        }
        boolean end = i == heights.size() && y - GAP + BOTTOM - height <= NEAR;
        double up = -above;
        for (int j = anchor - 1; j >= 0 && up > -BEYOND; j--) {
            Turn turn = turns.get(heights.items().get(j));
            up -= heights.get(j);
            if (turn != null) {
                used.add(turn);
                turn.resizeRelocate(x, (double) Math.round(up), width, heights.get(j) - GAP);
            }
        }
        drop(used);
        bar(height);
        following = end;
        atEnd.set(end);
    }

    private void drop(Set<Turn> used) {
        turns.values().removeIf(turn -> {
            if (used.contains(turn)) {
                return false;
            }
            getChildren().remove(turn);
            turn.dispose();
            return true;
        });
    }

    private void bar(double height) {
        double all = TOP + heights.sum(heights.size()) - GAP + BOTTOM;
        double room = Math.max(0, all - height);
        adjusting = true;
        bar.setVisible(room > 1);
        bar.setMax(room);
        bar.setVisibleAmount(all > 0 ? room * height / all : room);
        bar.setUnitIncrement(LINE);
        bar.setBlockIncrement(height * 0.9);
        bar.setValue(following ? room : Math.clamp(offset(), 0, room));
        adjusting = false;
        bar.resizeRelocate(getWidth() - BAR, 0, BAR, height);
    }

    private Turn turn(int index) {
        T item = heights.items().get(index);
        Turn turn = turns.get(item);
        if (turn == null) {
            turn = maker.apply(item);
            turns.put(item, turn);
            getChildren().add(getChildren().size() - 1, turn);
            turn.applyCss();
        }
        return turn;
    }

    /** Height of an item and the gap below it. */
    private double measure(int index, double width) {
        Turn turn = turn(index);
        if (heights.known(index) && !turn.isNeedsLayout()) {
            return heights.get(index);
        }
        double tall = Math.ceil(turn.prefHeight(width)) + GAP;
        heights.measured(index, tall);
        return tall;
    }
}
