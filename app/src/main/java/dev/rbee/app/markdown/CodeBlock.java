package dev.rbee.app.markdown;

import dev.rbee.app.theme.Ui;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Code with its language and a button to copy it; long lines scroll sideways. */
final class CodeBlock extends VBox {
    CodeBlock(String language, String code) {
        getStyleClass().add("code-block");
        String body = code.stripTrailing();
        Text text = new Text(body);
        text.getStyleClass().add("code-text");
        HBox head = new HBox(
                Ui.label(language.isBlank() ? "text" : language.strip()),
                Ui.spacer(),
                Ui.copyButton("Copy this code", () -> body));
        head.getStyleClass().add("code-head");
        ScrollPane scroll = new ScrollPane(text);
        scroll.getStyleClass().add("code-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        text.layoutBoundsProperty().addListener((p, old, now) -> scroll.setMinHeight(now.getHeight() + 22));
        scroll.setMinHeight(text.getLayoutBounds().getHeight() + 22);
        // The wheel turns the page, not the block, unless it is turned sideways.
        scroll.addEventFilter(ScrollEvent.SCROLL, e -> {
            if (Math.abs(e.getDeltaY()) > Math.abs(e.getDeltaX()) && getParent() != null) {
                getParent().fireEvent(e.copyFor(e.getSource(), getParent()));
                e.consume();
            }
        });
        getChildren().addAll(head, scroll);
    }
}
