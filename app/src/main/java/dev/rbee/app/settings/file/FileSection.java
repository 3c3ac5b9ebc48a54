package dev.rbee.app.settings.file;

import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingInfo;
import dev.rbee.service.settings.SettingsView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Some of the settings of {@code rbee.toml}, a card for each of its sections. */
final class FileSection implements Section {
    private static final Words WORDS = Words.of(FileSection.class);

    private final String key;
    private final Feather icon;
    private final FileWatch watch;
    private final VBox view;
    private final Map<String, SettingRow> rows = new LinkedHashMap<>();
    private final List<Find> finds = new ArrayList<>();

    FileSection(String key, Feather icon, List<String> sections, FileParts parts) {
        this.key = key;
        this.icon = icon;
        watch = parts.watch();
        view = new VBox(16, new FileNotes(parts));
        for (String section : sections) {
            view.getChildren().add(card(section, parts));
        }
        parts.book().view().addListener((p, old, now) -> show(now));
        show(parts.book().view().get());
    }

    private Node card(String section, FileParts parts) {
        VBox card = new VBox(Ui.label(WORDS.get("card." + section), "section"));
        card.getStyleClass().addAll("card", "setting-card");
        for (SettingInfo info : SettingInfo.all()) {
            if (info.section().equals(section)) {
                SettingRow row = new SettingRow(info, parts.book(), parts.paths());
                rows.put(info.key(), row);
                finds.add(new Find(info.key(), Titles.of(info), Titles.does(info)));
                card.getChildren().add(row);
            }
        }
        return card;
    }

    private void show(@Nullable SettingsView now) {
        view.setDisable(now == null);
        if (now != null) {
            rows.values().forEach(row -> row.show(now));
        }
    }

    @Override
    public void reveal(String id) {
        SettingRow row = rows.get(id);
        if (row != null) {
            scrollTo(row);
            row.reveal();
        }
    }

    /** Scrolls the pane around that node so that it stands in the upper third. */
    static void scrollTo(Node node) {
        Node up = node;
        while (up != null && !(up instanceof ScrollPane)) {
            up = up.getParent();
        }
        if (up instanceof ScrollPane scroll && scroll.getContent() != null) {
            scroll.applyCss();
            scroll.layout();
            Node content = scroll.getContent();
            Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            double room = content.getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
            if (room > 0) {
                scroll.setVvalue(
                        Math.clamp((at.getMinY() - scroll.getViewportBounds().getHeight() / 3) / room, 0, 1));
            }
        }
    }

    @Override
    public void shown() {
        watch.on();
    }

    @Override
    public void hidden() {
        watch.off();
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String name() {
        return WORDS.get("section." + key);
    }

    @Override
    public Feather icon() {
        return icon;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Find> finds() {
        return List.copyOf(finds);
    }
}
