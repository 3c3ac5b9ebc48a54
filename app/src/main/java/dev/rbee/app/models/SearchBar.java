package dev.rbee.app.models;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.LibraryModel;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What to look for: words narrow the catalogue at once, Enter asks the hub; kinds as chips. */
final class SearchBar extends VBox {
    private static final Words WORDS = Words.of(SearchBar.class);

    private final TextField field = new TextField();
    private final FlowPane chips = new FlowPane(8, 8);
    private final Runnable narrow;
    private String kind = "";

    SearchBar(Runnable narrow, Runnable search) {
        super(8);
        this.narrow = narrow;
        field.setId("models-search");
        field.setPromptText(WORDS.get("search.find.in.the.catalogue"));
        field.setTooltip(Ui.tip(WORDS.get("search.find.tip"), null));
        field.textProperty().addListener((p, old, now) -> narrow.run());
        field.setOnAction(e -> search.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button go = Ui.button(WORDS.get("search.search.hugging.face"), Feather.SEARCH, search);
        go.disableProperty().bind(field.textProperty().isEmpty());
        getChildren().addAll(new HBox(8, field, go), chips);
        Ui.shown(chips, false);
    }

    /** What was typed. */
    String words() {
        return field.getText().strip();
    }

    /** Writes that as if it were typed. */
    void say(String words) {
        field.setText(words);
    }

    /** The kind that is wanted; empty: any. */
    String kind() {
        return kind;
    }

    void focus() {
        field.requestFocus();
    }

    /** Offers the kinds that are in the catalogue. */
    void kinds(List<LibraryModel> library) {
        ToggleGroup group = new ToggleGroup();
        chips.getChildren().setAll(chip(WORDS.get("search.all"), "", group));
        library.stream()
                .flatMap(model -> model.goodAt().stream())
                .distinct()
                .sorted()
                .forEach(what -> chips.getChildren().add(chip(what, what, group)));
        Ui.shown(chips, true);
    }

    private ToggleButton chip(String words, String what, ToggleGroup group) {
        ToggleButton chip = new ToggleButton(words);
        chip.getStyleClass().add("chip-button");
        chip.setToggleGroup(group);
        chip.setSelected(what.equals(kind));
        chip.setOnAction(e -> {
            chip.setSelected(true);
            kind = what;
            narrow.run();
        });
        return chip;
    }
}
