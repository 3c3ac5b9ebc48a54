package dev.rbee.app.table;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is known of the selected row, beside the table. */
public final class DetailPane extends VBox {
    private static final Words WORDS = Words.of(DetailPane.class);

    private final Label title = Ui.label("", "section");
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private String subject = "";

    /** {@code close} takes the selection away. */
    public DetailPane(Runnable close) {
        getStyleClass().add("detail");
        setMinWidth(300);
        setPrefWidth(340);
        setMaxWidth(340);
        HBox head = new HBox(8, title, Ui.spacer(), Ui.iconButton(Feather.X, WORDS.get("detail.close"), close));
        head.getStyleClass().add("chat-bar");
        head.setStyle("-fx-padding: 8 8 0 16;");
        body.getStyleClass().add("detail-body");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        Ui.shown(this, false);
    }

    /** The parts, from top to bottom. */
    public void fill(Node... parts) {
        body.getChildren().setAll(parts);
    }

    /** What it is about: {@code id} tells it from others of that title. Another subject is read from its top, the same one from where it was. */
    public void about(String id, String text) {
        if (!id.equals(subject)) {
            subject = id;
            scroll.setVvalue(0);
        }
        title.setText(text);
        title.setTooltip(Ui.tip(text, null));
    }

    /** Whether all it shows is old. */
    public void old(boolean old) {
        getStyleClass().remove("away");
        if (old) {
            getStyleClass().add("away");
        }
    }
}
