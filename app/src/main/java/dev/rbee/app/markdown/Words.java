package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that can be selected. JavaFX thread only. */
final class Words extends TextFlow {
    private final Path range = new Path();
    private String gap = "\n";
    private int from;
    private int to;

    Words() {
        range.setManaged(false);
        range.setMouseTransparent(true);
        range.getStyleClass().add("selected-text");
        getStyleClass().add("words");
        getChildren().add(range);
    }

    Words(List<? extends Node> content) {
        this();
        show(content);
    }

    /** Shows these instead. */
    void show(List<? extends Node> content) {
        List<Node> all = new java.util.ArrayList<>(content.size() + 1);
        all.add(range);
        all.addAll(content);
        getChildren().setAll(all);
    }

    /** What stands between this and the one before when both are copied. */
    Words after(String between) {
        gap = between;
        return this;
    }

    String gap() {
        return gap;
    }

    /** All of it. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Node node : getChildren()) {
            if (node instanceof Text part) {
                text.append(part.getText());
            }
        }
        return text.toString();
    }

    /** Marks the characters from {@code start} up to {@code end}; nothing where they are equal. */
    void mark(int start, int end) {
        from = start;
        to = end;
        paint();
    }

    private void paint() {
        if (to > from) {
            range.getElements().setAll(getRangeShape(from, to, false));
        } else {
            range.getElements().clear();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        paint();
    }
}
