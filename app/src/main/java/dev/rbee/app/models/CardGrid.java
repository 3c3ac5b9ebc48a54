package dev.rbee.app.models;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.LibraryModel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;
import org.jspecify.annotations.Nullable;

/** The catalogue as cards of one size, as many in a row as there is room for. */
final class CardGrid extends TilePane {
    private static final double LEAST = 250;
    private static final double HEIGHT = 172;
    private static final double GAP = 12;

    private final ToggleGroup selection = new ToggleGroup();
    private List<LibraryCard> all = List.of();
    private List<HiveInfo> judged = List.of();

    CardGrid() {
        super(GAP, GAP);
        setId("library");
        setPrefTileHeight(HEIGHT);
        setMinWidth(0);
        widthProperty().addListener((p, old, now) -> arrange(now.doubleValue()));
    }

    private void arrange(double width) {
        int columns = (int) Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
        setPrefColumns(columns);
        setPrefTileWidth(Math.floor((width - (columns - 1) * GAP) / columns));
    }

    ToggleGroup selection() {
        return selection;
    }

    /** {@code selected} gets null where the selection went. */
    void fill(List<LibraryModel> library, Consumer<@Nullable LibraryModel> selected) {
        all = library.stream().map(LibraryCard::new).toList();
        for (LibraryCard card : all) {
            card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            card.setToggleGroup(selection);
            card.setOnAction(e -> selected.accept(card.isSelected() ? card.model() : null));
        }
        getChildren().setAll(all);
        judged = List.of();
    }

    /** With these machines. */
    void judge(List<HiveInfo> hives) {
        List<HiveInfo> bare = hives.stream().filter(HiveInfo::online).toList();
        if (!all.isEmpty() && !sameMachines(bare)) {
            judged = bare;
            all.forEach(card -> card.judge(bare));
        }
    }

    private boolean sameMachines(Collection<HiveInfo> hives) {
        return !judged.isEmpty()
                && judged.stream()
                        .map(HiveInfo::id)
                        .toList()
                        .equals(hives.stream().map(HiveInfo::id).toList());
    }

    /** Shows those that contain all words and are good at that; an empty kind is any. */
    void narrow(String words, String kind) {
        String[] wanted = words.toLowerCase(Locale.ROOT).split("\\s+");
        getChildren()
                .setAll(all.stream()
                        .filter(card -> kind.isEmpty() || card.model().goodAt().contains(kind))
                        .filter(card -> has(card.model(), wanted))
                        .toList());
    }

    boolean none() {
        return getChildren().isEmpty();
    }

    private static boolean has(LibraryModel model, String[] wanted) {
        String text = String.join(" ", model.name(), model.title(), model.by(), model.description(), model.license())
                        .toLowerCase(Locale.ROOT)
                + " " + String.join(" ", model.goodAt());
        for (String word : wanted) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
