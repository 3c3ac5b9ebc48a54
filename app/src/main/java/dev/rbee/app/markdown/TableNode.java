package dev.rbee.app.markdown;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;

/** A table of Markdown. */
final class TableNode {
    private TableNode() {}

    static Node of(TableBlock table) {
        GridPane grid = BlockNodes.styled(new GridPane(), "grid");
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell content) {
                        grid.add(cell(content), column++, row);
                    }
                }
                row++;
            }
        }
        grid.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return grid;
    }

    private static Node cell(TableCell cell) {
        TextFlow flow = cell.isHeader() ? Inlines.flow(cell, "bold") : Inlines.flow(cell);
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            flow.setTextAlignment(TextAlignment.RIGHT);
        } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
            flow.setTextAlignment(TextAlignment.CENTER);
        }
        StackPane box = BlockNodes.styled(new StackPane(flow), "grid-cell");
        if (cell.isHeader()) {
            box.getStyleClass().add("grid-head");
        }
        return box;
    }
}
