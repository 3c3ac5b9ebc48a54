package dev.rbee.app.activity;

import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** One filter of a list: says what it lets through, offers the values there are. JavaFX thread only. */
final class Chip extends MenuButton {
    private static final Words WORDS = Words.of(Chip.class);
    private static final int MOST = 40;

    /** A value to choose and how often it occurs; {@code count} below 0: not known. */
    record Choice(String value, long count) {}

    private final String name;
    private final UnaryOperator<String> words;
    private final Runnable changed;
    private @Nullable String chosen;
    private List<Choice> choices = List.of();

    /** {@code words} says a value for people; {@code changed} is told after another one was chosen. */
    Chip(String id, String name, UnaryOperator<String> words, Runnable changed) {
        this.name = name;
        this.words = words;
        this.changed = changed;
        setId("chip-" + id);
        getStyleClass().add("filter-chip");
        setMaxWidth(240);
        draw();
    }

    /** What is let through; null: everything. */
    @Nullable
    String chosen() {
        return chosen;
    }

    /** Lets only this through, or everything; tells nobody. */
    void choose(@Nullable String value) {
        chosen = value;
        draw();
    }

    /** What can be chosen, most frequent first. */
    void offer(List<Choice> values) {
        if (!values.equals(choices) && !isShowing()) {
            choices = List.copyOf(values);
            draw();
        }
    }

    private void draw() {
        String now = chosen;
        setText(now == null ? name : WORDS.get("chip", name, words.apply(now)));
        setAccessibleText(now == null ? WORDS.get("chip.any", name) : getText());
        getStyleClass().remove("on");
        if (now != null) {
            getStyleClass().add("on");
        }
        ToggleGroup group = new ToggleGroup();
        getItems().setAll(item(group, WORDS.get("any"), null), new SeparatorMenuItem());
        choices.stream()
                .limit(MOST)
                .forEach(choice -> getItems()
                        .add(item(
                                group,
                                choice.count() < 0
                                        ? words.apply(choice.value())
                                        : WORDS.get("chip.count", words.apply(choice.value()), choice.count()),
                                choice.value())));
        if (now != null && choices.stream().noneMatch(choice -> choice.value().equals(now))) {
            getItems().add(item(group, words.apply(now), now));
        }
        if (choices.isEmpty() && now == null) {
            CustomMenuItem none = new CustomMenuItem(new Label(WORDS.get("chip.none")), false);
            none.setDisable(true);
            getItems().add(none);
        }
    }

    private MenuItem item(ToggleGroup group, String text, @Nullable String value) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(java.util.Objects.equals(value, chosen));
        item.setOnAction(e -> {
            choose(value);
            changed.run();
        });
        return item;
    }
}
