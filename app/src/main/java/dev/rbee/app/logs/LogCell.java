package dev.rbee.app.logs;

import java.util.Arrays;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One line of a log in the colour of its level. */
final class LogCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass()
                .removeAll(Arrays.stream(LogLevel.values()).map(LogLevel::style).toList());
        if (empty || line == null) {
            setText(null);
        } else {
            setText(line);
            getStyleClass().add(LogLevel.of(line).style());
        }
    }
}
