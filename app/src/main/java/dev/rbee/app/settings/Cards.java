package dev.rbee.app.settings;

import dev.rbee.app.theme.Ui;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts that sections are made of. */
public final class Cards {
    private Cards() {}

    /** A card with a headline. */
    public static VBox card(String title, Node... parts) {
        VBox card = new VBox(12, Ui.label(title, "section"));
        card.getStyleClass().add("card");
        card.getChildren().addAll(parts);
        return card;
    }

    /** Cards below each other. */
    public static VBox column(Node... cards) {
        return new VBox(16, cards);
    }

    /** A name and a sentence on the left, something to set it with on the right. */
    public static HBox line(String title, String words, Node control) {
        VBox text = new VBox(2, Ui.paragraph(title, "setting-title"));
        if (!words.isEmpty()) {
            text.getChildren().add(Ui.paragraph(words, "secondary"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        if (control instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox line = new HBox(16, text, control);
        line.getStyleClass().add("setting-line");
        return line;
    }

    /** A text to be copied, cut in its middle where it is too long. */
    public static Label copyable(String text) {
        Label label = Ui.label(text, "copyable");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        return Ui.whole(label);
    }

    /** Things beside each other. */
    public static HBox row(Node... parts) {
        HBox row = new HBox(4, parts);
        row.getStyleClass().add("settings-row");
        return row;
    }
}
