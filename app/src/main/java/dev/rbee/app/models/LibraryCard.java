package dev.rbee.app.models;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.LibraryModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A model of the catalogue as a card; selected, its details stand beside. */
final class LibraryCard extends ToggleButton {
    private static final Words WORDS = Words.of(LibraryCard.class);

    /** Width of a card's content besides its padding, px. */
    private static final double FRAME = 34;

    private static final int CHIPS = 3;

    private final LibraryModel model;
    private final Label guess = Ui.label("", "secondary");
    private final FontIcon mark = new FontIcon(Feather.CHECK);

    LibraryCard(LibraryModel model) {
        this.model = model;
        getStyleClass().add("model-card");
        setId("library-" + model.name());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.TOP_LEFT);
        setAccessibleText(model.title() + " by " + model.by());
        Label title = Ui.label(model.title(), "card-title");
        Label by = Ui.label(model.by(), "secondary");
        by.setMinWidth(0);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, title, by);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label words = Ui.label(model.description(), "secondary");
        words.setWrapText(true);
        words.setMinHeight(34);
        words.setMaxHeight(34);
        words.setAlignment(Pos.TOP_LEFT);
        words.setTooltip(new Tooltip(model.description()));
        HBox good = new HBox(4);
        model.goodAt().stream().limit(CHIPS).forEach(what -> good.getChildren().add(Ui.label(what, "chip")));
        if (model.goodAt().size() > CHIPS) {
            good.getChildren().add(Ui.label("+" + (model.goodAt().size() - CHIPS), "chip"));
        }
        good.getChildren().forEach(chip -> ((Label) chip).setMinWidth(USE_PREF_SIZE));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        guess.setGraphic(mark);
        guess.setMinWidth(0);
        Label sizes = Ui.label(sizes(model), "figure", "secondary");
        VBox content = new VBox(8, head, words, good, gap, sizes, guess);
        content.maxWidthProperty().bind(widthProperty().subtract(FRAME));
        content.prefWidthProperty().bind(widthProperty().subtract(FRAME));
        content.setMinWidth(0);
        setGraphic(content);
    }

    LibraryModel model() {
        return model;
    }

    /** {@code 4 sizes, 0.4 to 19.8 GB}. */
    static String sizes(LibraryModel model) {
        List<Long> sizes = model.variants().stream()
                .map(LibraryModel.Variant::sizeBytes)
                .sorted()
                .toList();
        String least = Units.bytes(sizes.getFirst());
        return sizes.size() == 1
                ? model.variants().getFirst().tag() + "  ·  " + least
                : WORDS.get("library-card.sizes.to", String.valueOf(sizes.size()), least, Units.bytes(sizes.getLast()));
    }

    /** With these machines. */
    void judge(Collection<HiveInfo> hives) {
        Optional<LibraryModel.Variant> largest = model.variants().stream()
                .filter(variant -> SizeGuess.of(variant.sizeBytes(), hives).fits())
                .max(Comparator.comparingLong(LibraryModel.Variant::sizeBytes));
        mark.setIconCode(largest.isPresent() ? Feather.CHECK : Feather.X);
        guess.setText(largest.map(variant -> words(variant, SizeGuess.of(variant.sizeBytes(), hives)))
                .orElse(WORDS.get("library-card.too.large.for.your")));
        guess.setTooltip(new Tooltip(WORDS.get("library-card.judged.by.its.size")));
    }

    private String words(LibraryModel.Variant variant, SizeGuess guessed) {
        String what = model.variants().size() == 1 ? "fits " : WORDS.get("library-card.fits", variant.tag());
        return what + guessed.hive() + (guessed.gpu() ? " (GPU)" : " (processor)");
    }
}
