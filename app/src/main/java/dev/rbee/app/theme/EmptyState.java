package dev.rbee.app.theme;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a list shows instead of nothing: what would be here, and the one thing to do about it. */
public final class EmptyState extends VBox {
    /** Icon, headline, one or two sentences and a button, if there is something to do. */
    public EmptyState(Feather icon, String headline, String words, @Nullable Button action) {
        getStyleClass().add("empty");
        FontIcon mark = new FontIcon(icon);
        mark.setIconSize(32);
        mark.getStyleClass().add("muted");
        var text = Ui.paragraph(words, "secondary");
        text.setMaxWidth(440);
        getChildren().addAll(mark, Ui.label(headline, "headline"), text);
        if (action != null) {
            getChildren().add(action);
        }
    }
}
