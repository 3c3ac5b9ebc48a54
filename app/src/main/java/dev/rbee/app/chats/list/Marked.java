package dev.rbee.app.chats.list;

import dev.rbee.app.theme.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One line of text with a part of it marked; what does not fit is left out behind the mark first. JavaFX thread only. */
final class Marked extends HBox {
    private static final int LONGEST = 20;

    private final Label before = Ui.label("");
    private final Label mark = Ui.label("", "mark");
    private final Label after = Ui.whole(Ui.label(""));

    Marked(String style) {
        getStyleClass().addAll("marked", style);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        before.setMinWidth(Region.USE_PREF_SIZE);
        mark.setMinWidth(0);
        after.setMinWidth(0);
        getChildren().addAll(before, mark, after);
    }

    /** Shows it; nothing is marked where {@code from} is not before {@code to}. */
    void show(String text, int from, int to) {
        boolean any = from >= 0 && from < to;
        String front = any ? text.substring(0, from) : "";
        before.setText(front.length() > LONGEST ? "…" + front.substring(front.length() - LONGEST + 1) : front);
        mark.setText(any ? text.substring(from, to) : "");
        after.setText(any ? text.substring(to) : text);
        Ui.shown(before, !front.isEmpty());
        Ui.shown(mark, any);
        mark.setMinWidth(to - from > LONGEST ? 0 : Region.USE_PREF_SIZE);
    }
}
