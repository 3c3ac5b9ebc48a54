package dev.rbee.app.hives;

import dev.rbee.app.live.Row;
import dev.rbee.app.live.Speeds;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.hives.HiveInfo;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** How fast all workers of a hive write together now; its item is the hive's id. */
final class HiveSpeedCell extends TableCell<Row<HiveInfo>, String> {
    private final Speeds speeds;
    private final InvalidationListener sampled = property -> draw();

    HiveSpeedCell(Speeds speeds) {
        this.speeds = speeds;
        getStyleClass().addAll("right", "figure");
        speeds.samples().addListener(new WeakInvalidationListener(sampled));
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        draw();
    }

    private void draw() {
        String hive = getItem();
        if (isEmpty() || hive == null) {
            setText(null);
            return;
        }
        List<Double> last = speeds.ofHive(hive, 1);
        setText(Units.speed(last.isEmpty() ? null : last.getFirst()));
    }
}
