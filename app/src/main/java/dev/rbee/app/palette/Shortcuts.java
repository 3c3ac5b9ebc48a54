package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Keys;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.Shortcut;
import dev.rbee.app.theme.KeyCaps;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every shortcut there is, of the window and of each page. JavaFX thread only. */
public final class Shortcuts {
    private static final Words WORDS = Words.of(Shortcuts.class);

    private final List<Page> pages;
    private final Supplier<List<Command>> everywhere;

    /** {@code everywhere} are the commands of the window. */
    public Shortcuts(List<Page> pages, Supplier<List<Command>> everywhere) {
        this.pages = List.copyOf(pages);
        this.everywhere = everywhere;
    }

    /** By group in their order: the window's first, then each page's that has some. */
    public Map<String, List<Shortcut>> groups() {
        Map<String, List<Shortcut>> groups = new LinkedHashMap<>();
        List<Shortcut> window = new ArrayList<>();
        window.add(of("palette.show", Keys.PALETTE));
        window.addAll(of(everywhere.get()));
        window.add(of("fresh", Keys.FRESH));
        window.add(of("find", Keys.FIND));
        window.add(of("undo", Keys.UNDO));
        window.add(new Shortcut(WORDS.get("escape"), "Esc"));
        groups.put(WORDS.get("group.everywhere"), window);
        for (Page page : pages) {
            List<Shortcut> its = new ArrayList<>(of(page.commands()));
            its.addAll(page.shortcuts());
            if (!its.isEmpty()) {
                groups.put(page.name(), its);
            }
        }
        return groups;
    }

    private static Shortcut of(String words, KeyCombination keys) {
        return new Shortcut(WORDS.get(words), keys.getDisplayText());
    }

    private static List<Shortcut> of(List<Command> commands) {
        Map<String, Shortcut> found = new LinkedHashMap<>();
        for (Command command : commands) {
            KeyCombination keys = command.keys();
            if (keys != null) {
                found.putIfAbsent(keys.getDisplayText(), new Shortcut(command.words(), keys.getDisplayText()));
            }
        }
        return List.copyOf(found.values());
    }

    /** The list to be looked at, as it is now. */
    public Node view() {
        VBox all = new VBox(16);
        groups().forEach((name, shortcuts) -> {
            VBox group = new VBox(4, Ui.label(name, "section"));
            for (Shortcut shortcut : shortcuts) {
                KeyCaps caps = new KeyCaps();
                caps.show(shortcut.keys());
                HBox row = new HBox(16, Ui.paragraph(shortcut.words()), Ui.spacer(), caps);
                row.getStyleClass().add("shortcut-row");
                group.getChildren().add(row);
            }
            all.getChildren().add(group);
        });
        all.setId("shortcuts");
        all.getStyleClass().add("shortcuts");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        scroll.setPrefSize(480, 520);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(scroll);
    }
}
