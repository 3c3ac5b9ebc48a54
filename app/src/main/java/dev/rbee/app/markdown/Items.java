package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** A list: with points, with numbers, or with boxes that are ticked or not. */
final class Items extends Column implements Growing {
    private final boolean ordered;
    private final int first;

    Items(ListBlock list, Source source) {
        getStyleClass().add("items");
        ordered = list instanceof OrderedList;
        first = first(list);
        show(Blocks.inside(list), source);
    }

    private static int first(ListBlock list) {
        Integer start = list instanceof OrderedList numbers ? numbers.getMarkerStartNumber() : null;
        return start == null ? 1 : start;
    }

    @Override
    public boolean grow(Block block, Source source) {
        if (block instanceof ListBlock list && list instanceof OrderedList == ordered && first(list) == first) {
            show(Blocks.inside(list), source);
            return true;
        }
        return false;
    }

    private void show(List<Block> items, Source source) {
        while (getChildren().size() > items.size()) {
            getChildren().removeLast();
        }
        for (int i = 0; i < items.size(); i++) {
            if (i == getChildren().size()) {
                getChildren().add(new Item());
            }
            ((Item) getChildren().get(i)).show((ListItem) items.get(i), i, source);
        }
    }

    private final class Item extends HBox {
        private final Height height = new Height();
        private final javafx.scene.text.Text mark = BlockNodes.styled(new javafx.scene.text.Text(), "mark");
        private final Blocks body = new Blocks("item-body");

        Item() {
            getStyleClass().add("item");
            var place = new javafx.scene.text.TextFlow(mark);
            place.setMinWidth(ordered ? 24 : 16);
            HBox.setHgrow(body, Priority.ALWAYS);
            getChildren().addAll(place, body);
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

        void show(ListItem item, int index, Source source) {
            Boolean ticked = ticked(item);
            mark.setText(ticked != null ? ticked ? "☑" : "☐" : ordered ? first + index + "." : "•");
            body.show(0, Blocks.inside(item), source);
        }

        /** Takes the box off an item that begins with one; whether it is ticked, null where there is none. */
        private @Nullable Boolean ticked(ListItem item) {
            if (item.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Text text
                    && text.getLiteral().matches("\\[[ xX]] .*")) {
                boolean ticked = text.getLiteral().charAt(1) != ' ';
                text.setLiteral(text.getLiteral().substring(4));
                return ticked;
            }
            return null;
        }
    }
}
