package dev.rbee.app.journal;

import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** Chooses whose logs are read. JavaFX thread only. */
final class SourceMenu extends MenuButton {
    private static final Words WORDS = Words.of(SourceMenu.class);

    private final Runnable changed;
    private List<Source> all = List.of();
    private @Nullable Set<String> chosen;

    /** {@code changed} is told after another choice. */
    SourceMenu(Runnable changed) {
        this.changed = changed;
        setId("journal-sources");
        getStyleClass().add("filter-chip");
        setMaxWidth(260);
    }

    /** Those there are now. */
    void offer(List<Source> sources) {
        if (!sources.equals(all) && !isShowing()) {
            all = List.copyOf(sources);
            draw();
        }
    }

    /** Reads only that one. */
    void only(String id) {
        chosen = new LinkedHashSet<>(Set.of(id));
        draw();
        changed.run();
    }

    /** Those that are read: the chosen ones, or the usual ones before anybody chose. */
    List<Source> read() {
        Set<String> ids = ids();
        return all.stream().filter(source -> ids.contains(source.id())).toList();
    }

    private Set<String> ids() {
        Set<String> own = chosen;
        return own == null ? Sources.usual(all) : own;
    }

    private void draw() {
        Set<String> ids = ids();
        List<Source> read = read();
        setText(
                chosen == null
                        ? WORDS.get("sources.usual")
                        : read.size() == 1 ? read.getFirst().name() : WORDS.get("sources.some", read.size()));
        getStyleClass().remove("on");
        if (chosen != null) {
            getStyleClass().add("on");
        }
        List<MenuItem> items = new ArrayList<>();
        MenuItem usual = new MenuItem(WORDS.get("sources.usual"));
        usual.setOnAction(e -> {
            chosen = null;
            draw();
            changed.run();
        });
        items.add(usual);
        Source.@Nullable Kind before = null;
        for (Source source : all) {
            if (source.kind() != before) {
                items.add(new SeparatorMenuItem());
                before = source.kind();
            }
            items.add(item(source, ids.contains(source.id())));
        }
        getItems().setAll(items);
    }

    private MenuItem item(Source source, boolean on) {
        CheckMenuItem item = new CheckMenuItem(source.name());
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(e -> {
            Set<String> now = new LinkedHashSet<>(ids());
            if (item.isSelected()) {
                now.add(source.id());
            } else {
                now.remove(source.id());
            }
            while (now.size() > Sources.MOST) {
                now.remove(now.iterator().next());
            }
            chosen = now;
            draw();
            changed.run();
        });
        return item;
    }
}
