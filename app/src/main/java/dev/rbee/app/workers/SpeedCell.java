package dev.rbee.app.workers;

import dev.rbee.app.live.Row;
import dev.rbee.app.live.Speeds;
import dev.rbee.app.theme.Spark;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** How fast a worker is, as figure and as a line of its last two minutes. */
final class SpeedCell extends TableCell<Row<WorkerInfo>, Double> {
    private static final int SHOWN = 60;
    private static final double LEAST = 10;

    private final Speeds speeds;
    private final Spark spark = new Spark();
    private final Label figure = Ui.label("", "figure");
    private final HBox box = new HBox(8, spark, Ui.spacer(), figure);
    private final InvalidationListener sampled = property -> draw();

    SpeedCell(Speeds speeds) {
        this.speeds = speeds;
        box.setAlignment(Pos.CENTER_LEFT);
        spark.setMaxSize(56, 18);
        spark.setPrefSize(56, 18);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        speeds.samples().addListener(new WeakInvalidationListener(sampled));
    }

    @Override
    protected void updateItem(@Nullable Double item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : box);
        if (!empty) {
            figure.setText(Units.speed(item));
            draw();
        }
    }

    private void draw() {
        Row<WorkerInfo> row = getTableRow() == null ? null : getTableRow().getItem();
        if (!isEmpty() && row != null) {
            List<Double> figures = speeds.of(row.key(), SHOWN);
            spark.show(figures, SHOWN, LEAST, figure.getText());
            spark.setVisible(figures.stream().anyMatch(one -> one > 0));
        }
    }
}
