package dev.rbee.app.frame;

import dev.rbee.app.theme.Ui;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Title of a page on the left, its filter and actions on the right. */
public final class PageHead extends HBox {
    /** With these on the right. */
    public PageHead(String title, Node... right) {
        getStyleClass().add("page-head");
        getChildren().addAll(Ui.label(title, "title"), Ui.spacer());
        getChildren().addAll(right);
    }
}
