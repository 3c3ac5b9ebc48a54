package dev.rbee.app.journal;

import dev.rbee.app.words.Words;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses how much a line must matter to be shown. JavaFX thread only. */
final class LevelChip extends MenuButton {
    private static final Words WORDS = Words.of(LevelChip.class);

    private Level least = Level.TRACE;

    /** {@code changed} is told after another choice. */
    LevelChip(Runnable changed) {
        setId("journal-level");
        getStyleClass().add("filter-chip");
        ToggleGroup group = new ToggleGroup();
        for (Level each : List.of(Level.TRACE, Level.INFO, Level.WARN, Level.ERROR)) {
            RadioMenuItem item = new RadioMenuItem(WORDS.get("level." + each.style()));
            item.setId("journal-level-" + each.style());
            item.setToggleGroup(group);
            item.setSelected(each == least);
            item.setOnAction(e -> {
                least = each;
                draw();
                changed.run();
            });
            getItems().add(item);
        }
        draw();
    }

    Level least() {
        return least;
    }

    private void draw() {
        setText(WORDS.get("level." + least.style()));
        getStyleClass().remove("on");
        if (least != Level.TRACE) {
            getStyleClass().add("on");
        }
    }
}
