package dev.rbee.app.chat;

import dev.rbee.app.remote.Sampling;
import dev.rbee.app.settings.Cards;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How new chats are set up: what the model is told before all else, and how its answers are chosen. */
final class FreshCard {
    private static final Words WORDS = Words.of(FreshCard.class);

    private final Habits habits;
    private final TextArea system = new TextArea();
    private final NumberField temperature = field("temperature", 0, 2, false);
    private final NumberField maxTokens = field("max-tokens", 1, 1_000_000, true);
    private final NumberField topP = field("top-p", 0, 1, false);
    private final NumberField topK = field("top-k", 1, 1_000, true);
    private final NumberField minP = field("min-p", 0, 1, false);
    private final NumberField repeat = field("repeat-penalty", 0.1, 2, false);
    private final VBox view;
    private boolean filling;

    FreshCard(Habits habits) {
        this.habits = habits;
        system.setId("fresh-system");
        system.setPromptText(WORDS.get("system.prompt"));
        system.setAccessibleText(WORDS.get("fresh.system"));
        system.setWrapText(true);
        system.setPrefRowCount(3);
        system.textProperty().addListener((p, old, text) -> changed());
        FlowPane numbers = new FlowPane(24, 16, temperature, maxTokens, topP, topK, minP, repeat);
        numbers.getChildren().forEach(each -> ((VBox) each).setPrefWidth(300));
        var reset = Ui.button(WORDS.get("fresh.reset"), Feather.ROTATE_CCW, this::reset);
        reset.setId("fresh-reset");
        view = Cards.card(
                WORDS.get("fresh"),
                Ui.paragraph(WORDS.get("fresh.words"), "secondary"),
                new VBox(4, Ui.label(WORDS.get("system.words")), system),
                numbers,
                Cards.row(reset));
    }

    private NumberField field(String key, double least, double most, boolean whole) {
        NumberField made = new NumberField(key, least, most, whole, this::changed);
        made.called("fresh-" + key);
        return made;
    }

    Node view() {
        return view;
    }

    void show() {
        filling = true;
        Setup now = habits.fresh();
        Sampling how = now.how();
        if (!system.getText().strip().equals(now.prompt())) {
            system.setText(now.prompt());
        }
        temperature.show(how.temperature());
        maxTokens.show(how.maxTokens());
        topP.show(how.topP());
        topK.show(how.topK());
        minP.show(how.minP());
        repeat.show(how.repeatPenalty());
        filling = false;
    }

    void focus() {
        system.requestFocus();
    }

    private void reset() {
        habits.fresh(Setup.PLAIN);
        show();
    }

    private void changed() {
        if (!filling) {
            Sampling how = new Sampling(
                    temperature.value(),
                    topP.value(),
                    topK.number(),
                    minP.value(),
                    repeat.value(),
                    maxTokens.number(),
                    null,
                    null,
                    null);
            habits.fresh(Setup.PLAIN.with(system.getText().strip(), how));
        }
    }
}
