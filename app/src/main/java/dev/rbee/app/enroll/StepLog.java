package dev.rbee.app.enroll;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was said while it went on, with the time of day; folded up until asked for. */
final class StepLog extends VBox {
    private static final Words WORDS = Words.of(StepLog.class);

    private static final int KEPT = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ObservableValue<Instant> now;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private String last = "";

    StepLog(ObservableValue<Instant> now) {
        super(4);
        this.now = now;
        ListView<String> list = new ListView<>(lines);
        list.getStyleClass().add("log");
        list.setId("enroll-log");
        list.setPrefHeight(140);
        list.setFixedCellSize(18);
        list.setAccessibleText(WORDS.get("log.lines"));
        FontIcon mark = new FontIcon(Feather.CHEVRON_RIGHT);
        Button more = new Button(WORDS.get("log"), mark);
        more.setId("enroll-log-more");
        more.getStyleClass().addAll("quiet", "fold");
        var copy = Ui.copyButton(WORDS.get("copy.the.log"), () -> String.join("\n", lines));
        Ui.shown(list, false);
        Ui.shown(copy, false);
        more.setOnAction(e -> {
            boolean show = !list.isVisible();
            Ui.shown(list, show);
            Ui.shown(copy, show);
            mark.setIconCode(show ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        });
        lines.addListener((javafx.collections.ListChangeListener<String>) change -> list.scrollTo(lines.size() - 1));
        HBox head = new HBox(8, more, Ui.spacer(), copy);
        head.getStyleClass().add("chat-bar");
        getChildren().addAll(head, list);
    }

    /** One more; figures that only count up take the place of the one before. */
    void add(String line) {
        String text = TIME.format(now.getValue().atZone(ZoneId.systemDefault())) + "  " + line;
        if (shape(line).equals(shape(last)) && !lines.isEmpty()) {
            lines.set(lines.size() - 1, text);
        } else {
            lines.add(text);
        }
        last = line;
        if (lines.size() > KEPT) {
            lines.remove(0, lines.size() - KEPT);
        }
    }

    private static String shape(String line) {
        return line.replaceAll("[0-9]+(\\.[0-9]+)?", "0");
    }

    void clear() {
        lines.clear();
        last = "";
    }
}
