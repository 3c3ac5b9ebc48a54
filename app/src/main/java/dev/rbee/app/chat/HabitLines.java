package dev.rbee.app.chat;

import atlantafx.base.controls.ToggleSwitch;
import dev.rbee.app.settings.Cards;
import dev.rbee.app.words.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Lines with a name, a sentence and something to choose with; each by its key, which is its words' too. */
final class HabitLines {
    private static final Words WORDS = Words.of(HabitLines.class);

    private final Map<String, Node> controls = new LinkedHashMap<>();
    private final Map<String, Runnable> fill = new LinkedHashMap<>();
    private boolean filling;

    /** Yes or no. */
    Node flag(String key, Supplier<Boolean> now, Consumer<Boolean> chosen) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(WORDS.get("habit." + key));
        toggle.setAccessibleHelp(WORDS.get("habit." + key + ".words"));
        toggle.selectedProperty().addListener((p, old, on) -> {
            if (!filling) {
                chosen.accept(on);
            }
        });
        return line(key, toggle, () -> toggle.setSelected(now.get()));
    }

    /** One of some. */
    <T> Node choice(String key, Map<T, String> words, Supplier<T> now, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(words.keySet());
        box.setAccessibleText(WORDS.get("habit." + key));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.getOrDefault(value, "");
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
        box.valueProperty().addListener((p, old, picked) -> {
            if (!filling) {
                chosen.accept(picked);
            }
        });
        return line(key, box, () -> box.setValue(now.get()));
    }

    private Node line(String key, Node control, Runnable show) {
        control.setId("habit-" + key);
        controls.put(key, control);
        fill.put(key, show);
        return Cards.line(WORDS.get("habit." + key), WORDS.get("habit." + key + ".words"), control);
    }

    /** Shows what is chosen now. */
    void show() {
        filling = true;
        fill.values().forEach(Runnable::run);
        filling = false;
    }

    /** The keys, in their order. */
    Iterable<String> keys() {
        return controls.keySet();
    }

    /** Puts the keyboard on that one, if it is one of these. */
    void focus(String key) {
        Node control = controls.get(key);
        if (control != null) {
            control.requestFocus();
        }
    }
}
