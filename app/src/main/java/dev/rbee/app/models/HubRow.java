package dev.rbee.app.models;

import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.HubModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A hit of the hub's search; selected, its files stand beside. */
final class HubRow extends ToggleButton {
    private static final Words WORDS = Words.of(HubRow.class);

    private static final double FRAME = 34;

    HubRow(HubModel model) {
        getStyleClass().addAll("model-card", "hub-row");
        setId("hub-" + model.repo());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(model.repo());
        Label name = Ui.label(model.repo(), "card-title");
        name.setMinWidth(0);
        HBox head = new HBox(8, name);
        head.getStyleClass().add("chat-bar");
        if (model.gated()) {
            head.getChildren().add(new Pill(new Badge(Tone.WARN, Feather.LOCK, WORDS.get("hub.gated"))));
        }
        VBox content = new VBox(4, head, Ui.label(words(model), "figure", "secondary"));
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        content.prefWidthProperty().bind(widthProperty().subtract(FRAME));
        setGraphic(content);
    }

    /** {@code 1.2 M downloads · 340 likes · apache-2.0 · 2025-05-01}. */
    static String words(HubModel model) {
        List<String> parts = new ArrayList<>();
        if (model.downloads() != null) {
            parts.add(WORDS.get("hub.downloads", count(model.downloads())));
        }
        if (model.likes() != null) {
            parts.add(WORDS.get("hub.likes", count(model.likes())));
        }
        if (model.license() != null) {
            parts.add(model.license());
        }
        if (model.updatedAt() != null) {
            parts.add(model.updatedAt()
                    .substring(0, Math.min(10, model.updatedAt().length())));
        }
        return String.join("  ·  ", parts);
    }

    private static String count(long number) {
        if (number >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1f M", number / 1e6);
        }
        return number >= 1000 ? String.format(Locale.ROOT, "%.0f k", number / 1e3) : Long.toString(number);
    }
}
