package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.layout.VBox;

/** Plain text, with its lines as they were written, that can be selected and copied. JavaFX thread only. */
public final class SelectableText extends VBox {
    private final Selection selection = new Selection(this);

    /** In this style. */
    public SelectableText(String text, String style) {
        Words words = new Words();
        words.show(List.of(new Run(text, List.of(style))), address -> {});
        words.setLineSpacing(3);
        getChildren().add(words);
        setAccessibleText(text);
    }

    /** What is selected of it. */
    public String selected() {
        return selection.selected();
    }
}
