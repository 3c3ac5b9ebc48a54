package dev.rbee.app.chat;

import dev.rbee.app.markdown.MarkdownView;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the model thought before it answered, folded until somebody wants to see it. */
final class ThoughtView extends VBox {
    private static final Words WORDS = Words.of(ThoughtView.class);

    private final MarkdownView text;
    private final FontIcon sign = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Button head = Ui.button("", null, this::toggle);
    private String thought = "";
    private boolean open;

    ThoughtView(Consumer<String> opened, boolean unfolded) {
        text = new MarkdownView(opened);
        getStyleClass().add("thought");
        head.setId("thought");
        head.getStyleClass().add("fold");
        head.setGraphic(sign);
        text.getStyleClass().add("thought-text");
        open = unfolded;
        fold();
        Ui.shown(this, false);
        getChildren().addAll(head, text);
    }

    /** {@code ms} is how long it took; 0 where nobody knows. */
    void show(Thinking now, long ms) {
        thought = now.thought();
        Ui.shown(this, !thought.isEmpty() || now.open());
        if (now.open()) {
            head.setText(WORDS.get("thought.open"));
        } else if (ms >= 100) {
            String seconds = ms < 10_000 ? String.format(Locale.ROOT, "%.1f", ms / 1000.0) : Long.toString(ms / 1000);
            head.setText(WORDS.get("thought.took", seconds));
        } else {
            head.setText(WORDS.get("thought.done"));
        }
        if (open) {
            text.show(thought);
        }
    }

    private void toggle() {
        open = !open;
        fold();
        if (open) {
            text.show(thought);
        }
    }

    private void fold() {
        sign.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        Ui.shown(text, open);
    }
}
