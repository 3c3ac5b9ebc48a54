package dev.rbee.app.markdown;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Text that can be selected. JavaFX thread only. */
final class Words extends TextFlow {
    private final Path range = new Path();
    /** Only there once a caret was wanted. */
    private @Nullable Path caret;

    private int caretAt = -1;
    private final Height height = new Height();
    private List<Run> shown = List.of();
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

    /** Shows these instead; a text that looks as before stays and only says something else. {@code open} gets the address of a link. */
    void show(List<Run> content, Consumer<String> open) {
        int same = 0;
        while (same < content.size() && same < shown.size() && content.get(same).follows(shown.get(same))) {
            String text = content.get(same).text();
            if (getChildren().get(same + marks()) instanceof Text node
                    && !node.getText().equals(text)) {
                node.setText(text);
            }
            same++;
        }
        if (same < shown.size()) {
            getChildren().remove(same + marks(), getChildren().size());
        }
        if (same < content.size()) {
            getChildren()
                    .addAll(content.subList(same, content.size()).stream()
                            .map(run -> run.node(open))
                            .toList());
        }
        shown = List.copyOf(content);
    }

    /** Nodes before the text. */
    private int marks() {
        return caret == null ? 1 : 2;
    }

    @Override
    public void requestLayout() {
        if (height != null) { // asked for while the parent is being made
            height.forget();
        }
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return height.at(width, super::computePrefHeight);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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

    /** Shows a caret before that character; none where it is negative. */
    void showCaret(int index) {
        caretAt = index;
        if (index >= 0 && caret == null) {
            Path made = new Path();
            made.setManaged(false);
            made.setMouseTransparent(true);
            made.getStyleClass().add("caret");
            getChildren().addFirst(made);
            caret = made;
        }
        paint();
    }

    /** The place before that character, in the scene. */
    Bounds caret(int index) {
        Path shape = new Path(getCaretShape(index, true));
        Bounds line = shape.getBoundsInLocal();
        return localToScene(line.isEmpty() ? new BoundingBox(0, 0, 0, getHeight()) : line);
    }

    private void paint() {
        Path line = caret;
        if (line != null) {
            line.getElements()
                    .setAll(caretAt < 0 ? new PathElement[0] : getCaretShape(Math.min(caretAt, text().length()), true));
        }
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
