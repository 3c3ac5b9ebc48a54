package dev.rbee.app.settings;

import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What search has found, over all sections. */
final class FindList extends VBox {
    private static final Words WORDS = Words.of(FindList.class);
    private static final int MOST = 60;

    /** One thing found. */
    private record Hit(Section section, String id, String title, String more) {}

    private final List<Section> sections;
    private final BiConsumer<String, String> open;
    private List<Hit> hits = List.of();

    /** {@code open} gets a section and what is to be revealed there, which may be empty. */
    FindList(List<Section> sections, BiConsumer<String, String> open) {
        super(8);
        this.sections = sections;
        this.open = open;
        setId("settings-found");
    }

    void show(String query, Runnable clear) {
        List<String> words = List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<Hit> found = new ArrayList<>();
        for (Section section : sections) {
            if (all(words, section.name())) {
                found.add(new Hit(section, "", section.name(), ""));
            }
            for (Section.Find find : section.finds()) {
                if (all(words, find.title() + " " + find.id() + " " + find.more() + " " + section.name())) {
                    found.add(new Hit(section, find.id(), find.title(), find.more()));
                }
            }
        }
        hits = List.copyOf(found);
        getChildren().setAll(found.stream().limit(MOST).map(this::row).toList());
        if (hits.isEmpty()) {
            getChildren()
                    .add(new EmptyState(
                            Feather.SEARCH,
                            WORDS.get("find.none"),
                            WORDS.get("find.none.words", query),
                            Ui.button(WORDS.get("find.clear"), null, clear)));
        }
    }

    /** Opens the first one; false where there is none. */
    boolean first() {
        Optional<Hit> hit = hits.stream().findFirst();
        hit.ifPresent(each -> open.accept(each.section().key(), each.id()));
        return hit.isPresent();
    }

    private Button row(Hit hit) {
        VBox words = new VBox(2, Ui.label(hit.title(), "section"));
        if (!hit.more().isEmpty()) {
            words.getChildren().add(Ui.paragraph(hit.more(), "secondary"));
        }
        words.getChildren()
                .add(Ui.label(hit.section().name() + (hit.id().contains(".") ? "  ·  " + hit.id() : ""), "secondary"));
        Button button = new Button();
        button.setGraphic(words);
        button.getStyleClass().add("found");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(hit.title() + ", " + hit.section().name());
        button.setOnAction(e -> open.accept(hit.section().key(), hit.id()));
        return button;
    }

    private static boolean all(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
