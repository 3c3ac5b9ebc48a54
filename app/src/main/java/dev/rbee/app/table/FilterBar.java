package dev.rbee.app.table;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above a table: chips with counts that narrow it, how many rows are left, groups, columns. JavaFX thread only. */
public final class FilterBar<V> extends HBox {
    private static final Words WORDS = Words.of(FilterBar.class);

    private final LiveTable<V> table;
    private final TextField filter;
    private final FlowPane chips = new FlowPane(6, 6);
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Label count = Ui.label("", "secondary", "figure");
    private final MenuButton group = new MenuButton();
    private final List<Facet<V>> groups;
    private final TableMemory<V> memory;
    private List<Facet.Kind> kinds = List.of();

    /** Of that table and what is typed into {@code filter}; the table's rows can be told apart by {@code groups}, and the first of them makes the chips. */
    public FilterBar(LiveTable<V> table, TextField filter, List<Facet<V>> groups, TableMemory<V> memory) {
        this.table = table;
        this.filter = filter;
        this.groups = groups;
        this.memory = memory;
        getStyleClass().add("filter-bar");
        chips.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chips, Priority.ALWAYS);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(chips, count, group, columns());
        grouping(memory.group(groups));
        filter.textProperty().addListener((p, old, now) -> table.filter(now));
        table.resets(this::clear);
        table.spec(table.spec().chips(groups.getFirst()));
        table.shownNow().addListener((p, old, now) -> show(now));
        show(table.shownNow().get());
    }

    /** Shows all rows again; whether some were hidden. */
    public boolean clear() {
        boolean narrowed = table.spec().narrows();
        filter.clear();
        buttons.values().forEach(button -> button.setSelected(false));
        table.spec(table.spec().saying("").picking(Set.of()));
        return narrowed;
    }

    private void show(Arranger.Shown<V> shown) {
        chips(shown.chips());
        count.setText(
                table.spec().narrows() ? WORDS.get("filter.count", number(shown.rows()), number(table.total())) : "");
        Ui.shown(this, table.total() > 1 || table.spec().narrows());
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
    }

    private void chips(SortedMap<Facet.Kind, Integer> counts) {
        List<Facet.Kind> wanted = new ArrayList<>(counts.keySet());
        kinds.stream()
                .filter(kind -> table.spec().picked().contains(kind.key()) && !counts.containsKey(kind))
                .forEach(wanted::add);
        wanted.sort(null);
        if (!wanted.equals(kinds)) {
            kinds = List.copyOf(wanted);
            buttons.keySet().retainAll(kinds.stream().map(Facet.Kind::key).toList());
            List<ToggleButton> line = new ArrayList<>();
            kinds.forEach(kind -> line.add(buttons.computeIfAbsent(kind.key(), key -> chip(kind))));
            chips.getChildren().setAll(line);
        }
        for (Facet.Kind kind : kinds) {
            ToggleButton button = buttons.get(kind.key());
            String words = WORDS.get("filter.chip", kind.words(), number(counts.getOrDefault(kind, 0)));
            if (button != null && !words.equals(button.getText())) {
                button.setText(words);
            }
        }
    }

    private ToggleButton chip(Facet.Kind kind) {
        ToggleButton button = new ToggleButton();
        button.setId("chip-" + kind.key());
        button.getStyleClass().addAll("chip-button", "figure");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(Ui.tip(WORDS.get("filter.chip.tip", kind.words()), null));
        button.setOnAction(e -> {
            Set<String> picked = new HashSet<>(table.spec().picked());
            if (button.isSelected()) {
                picked.add(kind.key());
            } else {
                picked.remove(kind.key());
            }
            table.spec(table.spec().picking(picked));
        });
        return button;
    }

    private void grouping(@Nullable Facet<V> first) {
        group.setId("group-by");
        group.getStyleClass().add("quiet");
        group.setGraphic(new FontIcon(Feather.LAYERS));
        group.setMinWidth(Region.USE_PREF_SIZE);
        group.setTooltip(Ui.tip(WORDS.get("group.tip"), null));
        List<@Nullable Facet<V>> all = new ArrayList<>();
        all.add(null);
        all.addAll(groups);
        for (Facet<V> facet : all) {
            RadioMenuItem item = new RadioMenuItem(facet == null ? WORDS.get("group.none") : facet.name());
            item.setId(facet == null ? "group-none" : "group-" + facet.key());
            item.setOnAction(e -> {
                group(facet);
                memory.save();
            });
            group.getItems().add(item);
        }
        group(first);
    }

    private void group(@Nullable Facet<V> facet) {
        table.spec(table.spec().grouped(facet));
        group.setText(facet == null ? WORDS.get("group.none") : WORDS.get("group.by", facet.name()));
        group.setAccessibleText(group.getText());
        String chosen = facet == null ? "group-none" : "group-" + facet.key();
        group.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(chosen.equals(item.getId())));
    }

    private MenuButton columns() {
        MenuButton button = new MenuButton("", new FontIcon(Feather.COLUMNS));
        button.setId("columns");
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(WORDS.get("columns.tip"));
        button.setTooltip(Ui.tip(WORDS.get("columns.tip"), null));
        button.getItems().setAll(memory.menu());
        button.setOnShowing(e -> button.getItems().setAll(memory.menu()));
        ContextMenu heads = new ContextMenu();
        heads.getItems().setAll(memory.menu());
        heads.setOnShowing(e -> heads.getItems().setAll(memory.menu()));
        table.columns().forEach(column -> column.setContextMenu(heads));
        return button;
    }
}
