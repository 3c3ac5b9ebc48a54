package dev.rbee.app.workers;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Slots as dots, filled where busy; in figures where there are many. */
final class SlotDots extends HBox {
    private static final Words WORDS = Words.of(SlotDots.class);

    /** How many there are and how many are taken. */
    record Slots(int busy, int total) {}

    SlotDots(Slots slots) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        String words = WORDS.get("of.busy", String.valueOf(slots.busy), String.valueOf(slots.total));
        setAccessibleText(words);
        if (slots.total == 0) {
            getChildren().add(Ui.label("–"));
        } else if (slots.total > 6) {
            getChildren().add(Ui.label(slots.busy + " / " + slots.total, "figure"));
        } else {
            for (int i = 0; i < slots.total; i++) {
                Region dot = new Region();
                dot.getStyleClass().add("slot");
                if (i < slots.busy) {
                    dot.getStyleClass().add("taken");
                }
                getChildren().add(dot);
            }
        }
    }
}
