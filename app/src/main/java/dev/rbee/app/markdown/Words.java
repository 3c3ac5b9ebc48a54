package dev.rbee.app.markdown;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that can be selected. JavaFX thread only. */
final class Words extends TextFlow {
    private final Path range = new Path();
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
            if (getChildren().get(same + 1) instanceof Text node
                    && !node.getText().equals(text)) {
                node.setText(text);
            }
            same++;
        }
        if (same < shown.size()) {
            getChildren().remove(same + 1, getChildren().size());
        }
        if (same < content.size()) {
            getChildren()
                    .addAll(content.subList(same, content.size()).stream()
                            .map(run -> run.node(open))
                            .toList());
        }
        shown = List.copyOf(content);
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
