package dev.rbee.app.markdown;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
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
        getStyleClass().add("said-words");
        setAccessibleText(text);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? getAccessibleText()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** Selects the next place with these words and brings it to the eye; {@code anew} from the beginning or the end. */
    public boolean find(String words, boolean forward, boolean anew) {
        return selection.find(words, forward, anew);
    }

    /** Nothing is selected any more. */
    public void unselect() {
        selection.clear();
    }

    /** What is selected of it. */
    public String selected() {
        return selection.selected();
    }
}
