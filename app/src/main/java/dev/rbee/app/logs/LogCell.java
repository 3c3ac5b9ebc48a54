package dev.rbee.app.logs;

import java.util.Arrays;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of a log, wrapped, with the mark of its level and in its colour; all of it as a tooltip. */
final class LogCell extends ListCell<String> {
    private final FontIcon mark = new FontIcon();
    private final Tooltip whole = new Tooltip();

    LogCell() {
        setWrapText(true);
        setPrefWidth(0); // as wide as the list, never wider
        whole.setWrapText(true);
        whole.setMaxWidth(640);
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass()
                .removeAll(Arrays.stream(LogLevel.values()).map(LogLevel::style).toList());
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        LogLevel level = LogLevel.of(line);
        getStyleClass().add(level.style());
        setText(LogLine.of(line).text());
        whole.setText(line);
        setTooltip(whole);
        switch (level) {
            case ERROR -> mark(Feather.ALERT_CIRCLE);
            case WARN -> mark(Feather.ALERT_TRIANGLE);
            case PLAIN -> setGraphic(null);
        }
    }

    private void mark(Feather icon) {
        mark.setIconCode(icon);
        setGraphic(mark);
    }
}
