package dev.rbee.app.journal;

import dev.rbee.app.theme.Ui;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line: time, level, whose, words. JavaFX thread only. */
final class EntryCell extends ListCell<Entry> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int LONGEST = 600;

    private final ZoneId zone;
    private final Label time = Ui.label("", "line-time");
    private final Label level = Ui.label("", "line-level");
    private final Label source = Ui.whole(Ui.label("", "line-source"));
    private final Label text = Ui.whole(Ui.label("", "line-text"));
    private final HBox row = new HBox(8, time, level, source, text);

    EntryCell(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("journal-line");
        time.setMinWidth(HBox.USE_PREF_SIZE);
        level.setMinWidth(40);
        level.setPrefWidth(40);
        source.setMinWidth(110);
        source.setPrefWidth(110);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setMinWidth(0);
        row.setPrefWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        for (Level each : Level.values()) {
            getStyleClass().remove(each.style());
        }
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        getStyleClass().add(entry.level().style());
        time.setText(TIME.format(entry.at().atZone(zone)));
        level.setText(entry.level().name());
        source.setText(
                entry.source().kind() == Source.Kind.HIVE
                        ? entry.source().thing()
                        : entry.source().name());
        String words = entry.text().replace("\t", "    ");
        text.setText(words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
        setGraphic(row);
    }
}
