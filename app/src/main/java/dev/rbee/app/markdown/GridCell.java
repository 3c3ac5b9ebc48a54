package dev.rbee.app.markdown;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.commonmark.ext.gfm.tables.TableCell;
import org.jspecify.annotations.Nullable;

/** One cell of a table. */
final class GridCell extends StackPane {
    private final Place place;
    private final Words words = new Words();

    /** Where a cell stands, and how. */
    record Place(int column, int row, boolean head, TableCell.@Nullable Alignment alignment) {
        static Place of(TableCell cell, int column, int row) {
            return new Place(column, row, cell.isHeader(), cell.getAlignment());
        }
    }

    GridCell(Place place) {
        this.place = place;
        getStyleClass().add("grid-cell");
        setAlignment(Pos.TOP_LEFT);
        words.after(place.column() > 0 ? "\t" : "\n");
        if (place.alignment() == TableCell.Alignment.RIGHT) {
            words.setTextAlignment(TextAlignment.RIGHT);
        } else if (place.alignment() == TableCell.Alignment.CENTER) {
            words.setTextAlignment(TextAlignment.CENTER);
        }
        if (place.head()) {
            getStyleClass().add("grid-head");
        }
        getChildren().add(words);
    }

    /** Whether it is the cell of that place. */
    boolean at(Place other) {
        return place.equals(other);
    }

    void show(TableCell cell, Source source) {
        words.show(Inlines.of(cell, place.head() ? List.of("bold") : List.of()), source.open());
    }
}
