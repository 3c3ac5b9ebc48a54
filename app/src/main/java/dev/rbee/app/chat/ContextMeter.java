package dev.rbee.app.chat;

import dev.rbee.app.theme.MemoryBar;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** {@code 2.1k / 32k}: how much of what the model can hold at once is used. */
final class ContextMeter extends HBox {
    private static final Words WORDS = Words.of(ContextMeter.class);

    private final Label words = Ui.label("", "figure");
    private final MemoryBar bar = new MemoryBar();

    ContextMeter() {
        super(8);
        setId("context-meter");
        setAlignment(Pos.CENTER);
        getStyleClass().add("context-meter");
        bar.setPrefWidth(64);
        bar.setMaxWidth(64);
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, bar);
    }

    /** Tokens; hidden where the most is not known. */
    void show(int used, @Nullable Integer most) {
        Ui.shown(this, most != null && most > 0);
        if (most != null && most > 0) {
            words.setText(WORDS.get("context.of", Tokens.words(used), Tokens.words(most)));
            String tip = WORDS.get("context.tip", Integer.toString(used), most.toString());
            words.setTooltip(Ui.tip(tip, null));
            bar.show((double) used / most, tip);
        }
    }
}
