package dev.rbee.app.settings;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of settings: sections on the left, one of them on the right, search over all. JavaFX thread only. */
public final class SettingsPage implements Page {
    private static final Words WORDS = Words.of(SettingsPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("settings", WORDS.get("name"), Feather.SETTINGS);

    private final VBox view = new VBox();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final SideList side;
    private final Navigator navigator;
    private final TextField search = new TextField();
    private final StackPane content = new StackPane();
    private final FindList found;
    private String open;
    private boolean front;

    /** With these sections; the first one is open. The palette's commands lead here through {@code navigator}. */
    public SettingsPage(List<SectionGroup> groups, Navigator navigator) {
        this.navigator = navigator;
        groups.forEach(group -> group.sections().forEach(section -> sections.put(section.key(), section)));
        open = sections.keySet().iterator().next();
        side = new SideList(groups, key -> go(key, ""));
        found = new FindList(List.copyOf(sections.values()), this::go);
        search.setId("settings-search");
        search.setPromptText(WORDS.get("search"));
        search.setAccessibleText(WORDS.get("search"));
        search.setTooltip(Ui.tip(WORDS.get("search.tip"), null));
        search.setPrefWidth(220);
        search.setMinWidth(140);
        search.textProperty().addListener((p, old, now) -> searched());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && found.first()) {
                e.consume();
            }
        });
        HBox body = new HBox(24, side, content);
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMinWidth(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getStyleClass().addAll("page", "settings");
        view.getChildren().addAll(new PageHead(WORDS.get("name"), search), body);
        place();
    }

    private void go(String key, String id) {
        Section section = sections.get(key);
        if (section == null) {
            return;
        }
        search.clear();
        if (!key.equals(open)) {
            if (front) {
                current().hidden();
            }
            open = key;
            place();
            if (front) {
                section.shown();
            }
        }
        if (!id.isEmpty()) {
            content.applyCss(); // what was put there just now has no place yet
            content.layout();
            section.reveal(id);
        }
    }

    private Section current() {
        return Objects.requireNonNull(sections.get(open), open);
    }

    private void place() {
        Section section = current();
        side.select(open);
        content.getChildren().setAll(section.fills() ? section.view() : scrolled(section.view()));
    }

    private static ScrollPane scrolled(Node node) {
        StackPane column = new StackPane(node);
        StackPane.setAlignment(node, Pos.TOP_LEFT);
        column.getStyleClass().add("settings-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain");
        return scroll;
    }

    private void searched() {
        if (search.getText().isBlank()) {
            place();
        } else {
            found.show(search.getText(), search::clear);
            content.getChildren().setAll(scrolled(found));
        }
    }

    @Override
    public void shown() {
        front = true;
        current().shown();
    }

    @Override
    public void hidden() {
        front = false;
        current().hidden();
    }

    @Override
    public void reveal(String id) {
        if (sections.containsKey(id)) {
            go(id, "");
            return;
        }
        sections.values().stream()
                .filter(section ->
                        section.finds().stream().anyMatch(find -> find.id().equals(id)))
                .findFirst()
                .ifPresent(section -> go(section.key(), id));
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        for (Section section : sections.values()) {
            all.add(new Command(
                    WORDS.get("name"),
                    WORDS.get("command.section", section.name()),
                    "",
                    section.icon(),
                    null,
                    () -> navigator.reveal(key(), section.key())));
            for (Section.Find find : section.finds()) {
                all.add(new Command(
                        WORDS.get("name"),
                        WORDS.get("command.setting", find.title()),
                        find.id().contains(".") ? find.id() : section.name(),
                        section.icon(),
                        null,
                        () -> navigator.reveal(key(), find.id()),
                        true));
            }
        }
        return all;
    }

    @Override
    public boolean find() {
        search.requestFocus();
        search.selectAll();
        return true;
    }

    @Override
    public boolean escape() {
        boolean searching = !search.getText().isEmpty();
        search.clear();
        return searching;
    }

    @Override
    public PageFace face() {
        return FACE;
    }

    @Override
    public Node view() {
        return view;
    }
}
