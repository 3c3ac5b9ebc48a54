package dev.rbee.app.chat;

import dev.rbee.app.chats.Chats;
import dev.rbee.app.remote.Sampling;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the model is told before all else, and how its answers are chosen: beside the chat. JavaFX thread only. */
final class SetupPane extends VBox {
    private static final Words WORDS = Words.of(SetupPane.class);

    private final TextArea system = new TextArea();
    private final NumberField temperature = new NumberField("temperature", 0, 2, false, this::changed);
    private final NumberField maxTokens = new NumberField("max-tokens", 1, 1_000_000, true, this::changed);
    private final NumberField topP = new NumberField("top-p", 0, 1, false, this::changed);
    private final NumberField topK = new NumberField("top-k", 1, 1_000, true, this::changed);
    private final NumberField minP = new NumberField("min-p", 0, 1, false, this::changed);
    private final NumberField repeat = new NumberField("repeat-penalty", 0.1, 2, false, this::changed);
    private final NumberField seed = new NumberField("seed", 0, Integer.MAX_VALUE, true, this::changed);
    private final TextField stop = new TextField();
    private final FormField form = new FormField(this::changed);
    private final CheckBox trim = new CheckBox(WORDS.get("context.trim.always"));
    private final PresetBar presets;
    private final Consumer<Setup> told;
    private Setup now = Setup.PLAIN;
    private boolean filling;

    /** {@code fresh} is how new chats begin; {@code told} gets what was changed; {@code close} hides it. */
    SetupPane(Chats chats, Supplier<Setup> fresh, Consumer<Setup> told, Runnable close) {
        this.told = told;
        setId("setup");
        getStyleClass().add("setup");
        presets = new PresetBar(chats, () -> now, this::use);
        system.setId("system-prompt");
        system.setPromptText(WORDS.get("system.prompt"));
        system.setAccessibleText(WORDS.get("system.words"));
        system.setWrapText(true);
        system.setPrefRowCount(4);
        system.textProperty().addListener((p, old, text) -> changed());
        stop.setId("param-stop");
        stop.setPromptText(WORDS.get("param.stop.prompt"));
        stop.setAccessibleText(WORDS.get("param.stop"));
        stop.textProperty().addListener((p, old, text) -> changed());
        trim.setId("context-trim");
        trim.setWrapText(true);
        trim.selectedProperty().addListener((p, old, on) -> changed());
        var reset = Ui.iconButton(Feather.ROTATE_CCW, WORDS.get("setup.reset"), () -> use(fresh.get()));
        reset.setId("setup-reset");
        HBox head = new HBox(
                Ui.label(WORDS.get("setup.title"), "headline"),
                Ui.spacer(),
                reset,
                Ui.iconButton(Feather.X, WORDS.get("setup.close"), close));
        head.getStyleClass().add("chat-bar");
        VBox body = new VBox(
                16,
                presets,
                new VBox(4, Ui.label(WORDS.get("system.words")), system),
                temperature,
                maxTokens,
                trim,
                topP,
                topK,
                minP,
                repeat,
                seed,
                new VBox(
                        4,
                        Ui.label(WORDS.get("param.stop")),
                        stop,
                        Ui.paragraph(WORDS.get("param.stop.word"), "secondary")),
                form);
        body.getStyleClass().add("setup-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    /** Shows that set-up, of a chat with that model. */
    void show(Setup setup, String model) {
        if (!setup.equals(now)) { // what is being written stays as it is written
            now = setup;
            fill();
        }
        presets.model(model);
    }

    private void use(Setup other) {
        now = now.with(other.prompt(), other.how());
        fill();
        told.accept(now);
    }

    private void fill() {
        filling = true;
        if (!system.getText().strip().equals(now.prompt())) {
            system.setText(now.prompt());
        }
        Sampling how = now.how();
        temperature.show(how.temperature());
        topP.show(how.topP());
        topK.show(how.topK());
        minP.show(how.minP());
        repeat.show(how.repeatPenalty());
        maxTokens.show(how.maxTokens());
        seed.show(how.seed());
        stop.setText(how.stop() == null ? "" : String.join(" | ", how.stop()));
        form.show(how.form());
        trim.setSelected(now.trim());
        filling = false;
    }

    private void changed() {
        if (filling) {
            return;
        }
        Double chance = seed.value();
        List<String> ends = List.of(stop.getText().split("\\|")).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        Sampling how = new Sampling(
                temperature.value(),
                topP.value(),
                topK.number(),
                minP.value(),
                repeat.value(),
                maxTokens.number(),
                chance == null ? null : chance.longValue(),
                ends.isEmpty() ? null : ends,
                form.value());
        now = now.with(system.getText().strip(), how).trimmed(trim.isSelected());
        told.accept(now);
    }
}
