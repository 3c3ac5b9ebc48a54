package dev.rbee.app.settings.file;

import dev.rbee.app.settings.Section;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.service.settings.SettingInfo;
import dev.rbee.service.settings.SettingsEdit;
import dev.rbee.service.settings.SettingsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The {@code [[hive]]} or the {@code [[model]]} tables as a list to be added to, changed and shortened. */
final class TablesSection implements Section {
    private static final Words WORDS = Words.of(TablesSection.class);

    private final String list;
    private final Feather icon;
    private final List<SettingInfo> fields;
    private final FileParts parts;
    private final VBox rows = new VBox();
    private final VBox view;
    private final Button add;

    /** {@code list} is {@code hive} or {@code model}. */
    TablesSection(String list, Feather icon, List<SettingInfo> fields, FileParts parts) {
        this.list = list;
        this.icon = icon;
        this.fields = fields;
        this.parts = parts;
        add = Ui.mainButton(WORDS.get(list + ".add"), Feather.PLUS, this::fresh);
        add.setId(list + "-add");
        var words = Ui.paragraph(WORDS.get(list + ".words"), "secondary");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(16, words, add);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().addAll("card", "setting-card");
        view = new VBox(16, new FileNotes(parts), head, rows);
        parts.book().view().addListener((p, old, now) -> show(now));
        show(parts.book().view().get());
    }

    private List<Map<String, String>> tables(SettingsView now) {
        return list.equals("hive") ? now.hives() : now.models();
    }

    private void show(@Nullable SettingsView now) {
        view.setDisable(now == null);
        if (now == null) {
            return;
        }
        add.setDisable(!now.toml());
        List<Node> all = new ArrayList<>();
        List<Map<String, String>> tables = tables(now);
        for (int i = 0; i < tables.size(); i++) {
            all.add(row(i, tables.get(i)));
        }
        if (all.isEmpty()) {
            all.add(new EmptyState(icon, WORDS.get(list + ".none"), WORDS.get(list + ".none.words"), null));
        }
        rows.getChildren().setAll(all);
    }

    private Node row(int index, Map<String, String> table) {
        String name = name(table);
        VBox words = new VBox(2, Ui.label(name, "setting-title"));
        List<String> rest = new ArrayList<>();
        fields.stream()
                .filter(field -> !field.name().equals("name"))
                .forEach(field -> Optional.ofNullable(table.get(field.name()))
                        .ifPresent(value -> rest.add(Titles.of(field) + ": " + shown(field, value))));
        if (!rest.isEmpty()) {
            words.getChildren().add(Ui.paragraph(String.join("  ·  ", rest), "secondary"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Button change = Ui.iconButton(Feather.EDIT_2, WORDS.get("table.change", name), () -> change(index, table));
        change.setId(list + "-change-" + index);
        Button remove = Ui.iconButton(Feather.TRASH_2, WORDS.get("table.remove", name), () -> remove(index, table));
        remove.setId(list + "-remove-" + index);
        HBox row = new HBox(8, new FontIcon(icon), words, change, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private static String shown(SettingInfo field, String value) {
        try {
            Object _ = field.parse(value);
            return Titles.value(field, value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String name(Map<String, String> table) {
        return table.getOrDefault("name", table.getOrDefault("hostname", ""));
    }

    private void fresh() {
        new TableDialog(parts, WORDS.get(list + ".add"), fields, Map.of(), values -> new SettingsEdit.Add(list, values))
                .show();
    }

    private void change(int index, Map<String, String> table) {
        new TableDialog(
                        parts,
                        WORDS.get("table.change", name(table)),
                        fields,
                        table,
                        values -> new SettingsEdit.Change(list, index, name(table), values))
                .show();
    }

    private void remove(int index, Map<String, String> table) {
        SettingsView before = parts.book().view().get();
        parts.book()
                .apply(
                        new SettingsEdit.Remove(list, index, name(table)),
                        () -> parts.toasts().undo(WORDS.get("table.removed", name(table)), () -> back(before)),
                        this::failed);
    }

    private void back(@Nullable SettingsView before) {
        SettingsView now = parts.book().view().get();
        if (before != null && now != null) {
            parts.book().replace(now.text(), before.text(), () -> {}, this::failed);
        }
    }

    private void failed(Problem problem) {
        parts.toasts().problem(problem);
    }

    @Override
    public void shown() {
        parts.watch().on();
    }

    @Override
    public void hidden() {
        parts.watch().off();
    }

    @Override
    public String key() {
        return list + "-tables";
    }

    @Override
    public String name() {
        return WORDS.get("section." + key());
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
        return fields.stream()
                .map(field -> new Find(field.key(), name() + ": " + Titles.of(field), Titles.does(field)))
                .toList();
    }
}
