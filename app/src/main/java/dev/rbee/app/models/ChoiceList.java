package dev.rbee.app.models;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sizes something can be had in; one is chosen. */
final class ChoiceList extends VBox {
    private static final Words WORDS = Words.of(ChoiceList.class);

    private record Line(Offer.Choice choice, RadioButton button, Label here) {}

    private final Consumer<Offer.@Nullable Choice> listener;
    private final List<Line> lines = new ArrayList<>();
    private Set<String> installed = Set.of();
    private Offer.@Nullable Choice chosen;

    ChoiceList(Consumer<Offer.@Nullable Choice> listener) {
        super(4);
        this.listener = listener;
        setId("offer-choices");
    }

    Offer.@Nullable Choice chosen() {
        return chosen;
    }

    void show(List<Offer.Choice> choices, Offer.@Nullable Choice usual) {
        ToggleGroup group = new ToggleGroup();
        lines.clear();
        getChildren().setAll(Ui.label(WORDS.get("choice.sizes"), "section"));
        for (Offer.Choice choice : choices) {
            RadioButton button = new RadioButton(choice.label());
            button.setToggleGroup(group);
            button.setMnemonicParsing(false);
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(choice.ref()));
            button.setOnAction(e -> choose(choice));
            HBox.setHgrow(button, Priority.ALWAYS);
            Label here = Ui.label("installed", "chip");
            here.setMinWidth(USE_PREF_SIZE);
            Label size = Ui.label(Units.bytes(choice.bytes()), "figure", "secondary");
            size.setMinWidth(USE_PREF_SIZE);
            HBox line = new HBox(8, button, here, size);
            line.getStyleClass().add("chat-bar");
            lines.add(new Line(choice, button, here));
            getChildren().add(line);
            button.setSelected(choice.equals(usual));
        }
        if (choices.isEmpty()) {
            getChildren().add(Ui.paragraph(WORDS.get("choice.there.is.no.gguf"), "secondary"));
        }
        have(installed);
        choose(usual);
    }

    void have(Set<String> names) {
        installed = names;
        lines.forEach(line -> Ui.shown(line.here, names.contains(line.choice.ref())));
    }

    private void choose(Offer.@Nullable Choice choice) {
        chosen = choice;
        listener.accept(choice);
    }
}
