package dev.rbee.app.markdown;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;

/** A table of Markdown. */
final class TableNode {
    private TableNode() {}

    static Node of(TableBlock table, Source source) {
        GridPane grid = BlockNodes.styled(new GridPane(), "grid");
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line != null; line = line.getNext()) {
                int column = 0;
                for (var cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell content) {
                        grid.add(cell(content, column > 0, source), column++, row);
                    }
                }
                row++;
            }
        }
        grid.setMaxWidth(Region.USE_PREF_SIZE);
        return grid;
    }

    private static Node cell(TableCell cell, boolean follows, Source source) {
        Words words = new Words(Inlines.of(cell, cell.isHeader() ? List.of("bold") : List.of(), source.open()));
        words.after(follows ? "\t" : "\n");
        StackPane box = BlockNodes.styled(new StackPane(words), "grid-cell");
        box.setAlignment(Pos.TOP_LEFT);
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            words.setTextAlignment(TextAlignment.RIGHT);
        } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
            words.setTextAlignment(TextAlignment.CENTER);
        }
        if (cell.isHeader()) {
            box.getStyleClass().add("grid-head");
        }
        return box;
    }
}
