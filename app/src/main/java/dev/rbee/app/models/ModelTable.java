package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Rows;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelEntry;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The table of models that are there. */
final class ModelTable {
    private static final Words WORDS = Words.of(ModelTable.class);

    private ModelTable() {}

    static LiveTable<Installed> of(Rows<Installed> rows, Consumer<Installed> start, FleetModel fleet) {
        LiveTable<Installed> table = new LiveTable<>(rows, ModelTable::words);
        table.setId("models-table");
        table.add(Columns.text(WORDS.get("model.name"), 240, Installed::id), 0);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                WORDS.get("model.state"),
                                120,
                                Installed::best,
                                Comparator.comparing(ModelEntry::state),
                                ModelTable::state),
                        120),
                0);
        table.add(
                Columns.drawn(
                        WORDS.get("model.hives"),
                        130,
                        Installed::copies,
                        Comparator.comparingInt(java.util.List::size),
                        HiveDots::new),
                560);
        table.add(Columns.text(WORDS.get("model.good.for"), 104, model -> ModelWords.kind(model.best())), 960);
        table.add(
                Columns.text(
                        WORDS.get("model.architecture"),
                        104,
                        model -> or(model.best().architecture())),
                1060);
        table.add(
                Columns.number(
                        WORDS.get("model.parameters"),
                        100,
                        model -> model.best().parameters(),
                        Units::parameters),
                840);
        table.add(
                Columns.text(
                        WORDS.get("model.precision"),
                        88,
                        model -> or(model.best().quantization())),
                740);
        table.add(
                Columns.number(
                        WORDS.get("model.size"), 84, model -> model.best().sizeBytes(), Units::bytes),
                0);
        table.add(
                Columns.number(
                        WORDS.get("model.context"), 80, model -> model.best().context(), Units::tokens),
                900);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                "",
                                104,
                                model -> model,
                                Comparator.comparing(Installed::id),
                                model -> button(model, start, fleet)),
                        104),
                480);
        return table;
    }

    /** Whether all of these words are said of it. */
    static boolean has(Installed model, String typed) {
        String text = words(model).toLowerCase(Locale.ROOT);
        for (String part : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!text.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private static String words(Installed model) {
        ModelEntry best = model.best();
        return String.join(
                        " ",
                        model.id(),
                        or(best.architecture()),
                        or(best.quantization()),
                        ModelWords.kind(best),
                        ModelWords.badge(best.state()).word())
                + " " + String.join(" ", model.refs()) + " "
                + model.copies().stream().map(copy -> or(copy.hive())).collect(Collectors.joining(" "));
    }

    private static Node state(ModelEntry model) {
        Pill pill = new Pill(ModelWords.badge(model.state()));
        if (model.message() != null) {
            pill.setTooltip(new Tooltip(model.message()));
        }
        return pill;
    }

    private static Node button(Installed model, Consumer<Installed> start, FleetModel fleet) {
        Button button = Ui.button(WORDS.get("model.start"), Feather.PLAY, () -> start.accept(model));
        button.getStyleClass().add("quiet");
        button.setAccessibleText(WORDS.get("model.start.a.worker.with", model.id()));
        button.disableProperty().bind(fleet.view().map(view -> !view.connected() || !model.usable()));
        return button;
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }
}
