package dev.rbee.app.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;

/** A table of Markdown; grows cell by cell. */
final class TableNode extends GridPane implements Growing {
    private final Height height = new Height();
    private final List<GridCell> cells = new ArrayList<>();

    TableNode(TableBlock table, Source source) {
        getStyleClass().add("grid");
        setMaxWidth(Region.USE_PREF_SIZE);
        show(table, source);
    }

    @Override
    public boolean grow(Block block, Source source) {
        if (block instanceof TableBlock table) {
            show(table, source);
            return true;
        }
        return false;
    }

    private void show(TableBlock table, Source source) {
        int count = 0;
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell content) {
                        show(count++, GridCell.Place.of(content, column++, row), content, source);
                    }
                }
                row++;
            }
        }
        dropFrom(count);
    }

    private void show(int index, GridCell.Place place, TableCell content, Source source) {
        if (index < cells.size() && !cells.get(index).at(place)) {
            dropFrom(index);
        }
        if (index == cells.size()) {
            GridCell made = new GridCell(place);
            cells.add(made);
            add(made, place.column(), place.row());
        }
        cells.get(index).show(content, source);
    }

    private void dropFrom(int index) {
        List<GridCell> gone = cells.subList(index, cells.size());
        getChildren().removeAll(gone);
        gone.clear();
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
}
