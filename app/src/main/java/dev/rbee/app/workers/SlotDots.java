package dev.rbee.app.workers;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Slots as dots, filled where busy; in figures where there are many. */
final class SlotDots extends HBox {
    private static final Words WORDS = Words.of(SlotDots.class);
    private static final String TAKEN = "taken";

    private @Nullable Slots shown;

    /** How many there are and how many are taken. */
    record Slots(int busy, int total) {}

    SlotDots() {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
    }

    SlotDots(Slots slots) {
        this();
        show(slots);
    }

    /** Shows these instead; the dots stay where there are as many. */
    void show(Slots slots) {
        Slots before = shown;
        if (slots.equals(before)) {
            return;
        }
        shown = slots;
        setAccessibleText(WORDS.get("of.busy", String.valueOf(slots.busy), String.valueOf(slots.total)));
        if (slots.total == 0) {
            getChildren().setAll(Ui.label("–"));
        } else if (slots.total > 6) {
            getChildren().setAll(Ui.label(slots.busy + " / " + slots.total, "figure"));
        } else {
            dots(slots, before);
        }
    }

    private void dots(Slots slots, @Nullable Slots before) {
        if (before == null || before.total != slots.total) {
            getChildren().clear();
            for (int i = 0; i < slots.total; i++) {
                Region dot = new Region();
                dot.getStyleClass().add("slot");
                getChildren().add(dot);
            }
        }
        for (int i = 0; i < slots.total; i++) {
            var styles = getChildren().get(i).getStyleClass();
            boolean taken = i < slots.busy;
            if (taken != styles.contains(TAKEN)) {
                if (taken) {
                    styles.add(TAKEN);
                } else {
                    styles.remove(TAKEN);
                }
            }
        }
    }
}
