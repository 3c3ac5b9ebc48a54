package dev.rbee.app.models;

import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.Rows;
import dev.rbee.app.table.Columns;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.Badge;
import dev.rbee.app.theme.Pill;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.contract.models.ModelEntry;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The table of models. */
final class ModelTable {
    private record Usable(String state, @Nullable String message) {}

    private ModelTable() {}

    static LiveTable<ModelEntry> of(Rows<ModelEntry> rows, Consumer<ModelEntry> start, FleetModel fleet) {
        LiveTable<ModelEntry> table = new LiveTable<>(
                rows,
                model -> String.join(
                        " ",
                        model.id(),
                        or(model.architecture()),
                        or(model.quantization()),
                        or(model.hive()),
                        kind(model)));
        table.setId("models-table");
        table.add(Columns.text("Name", 260, ModelEntry::id), 0);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                "State",
                                116,
                                model -> new Usable(model.state(), model.message()),
                                Comparator.comparing(Usable::state),
                                ModelTable::state),
                        116),
                0);
        table.add(Columns.text("Kind", 96, ModelTable::kind), 780);
        table.add(Columns.text("Architecture", 104, model -> or(model.architecture())), 900);
        table.add(Columns.number("Parameters", 104, ModelEntry::parameters, Units::parameters), 760);
        table.add(Columns.text("Precision", 84, model -> or(model.quantization())), 700);
        table.add(Columns.number("Size", 80, ModelEntry::sizeBytes, Units::bytes), 0);
        table.add(Columns.number("Context", 80, ModelEntry::context, Units::tokens), 820);
        table.add(Columns.text("Hive", 110, model -> or(model.hive())), 640);
        table.add(
                Columns.fixed(
                        Columns.drawn(
                                "",
                                104,
                                model -> model,
                                Comparator.comparing(ModelEntry::id),
                                model -> button(model, start, fleet)),
                        104),
                0);
        return table;
    }

    private static Node state(Usable usable) {
        Pill pill = new Pill(
                usable.state.equals("installed")
                        ? new Badge(Tone.READY, Feather.CHECK, "installed")
                        : new Badge(Tone.ERROR, Feather.ALERT_CIRCLE, usable.state));
        if (usable.message != null) {
            pill.setTooltip(new Tooltip(usable.message));
        }
        return pill;
    }

    private static Node button(ModelEntry model, Consumer<ModelEntry> start, FleetModel fleet) {
        Button button = Ui.button("Start…", Feather.PLAY, () -> start.accept(model));
        button.getStyleClass().add("quiet");
        button.setAccessibleText("Start a worker with " + model.id());
        button.disableProperty()
                .bind(fleet.view()
                        .map(view -> !view.connected() || !model.state().equals("installed")));
        return button;
    }

    private static String kind(ModelEntry model) {
        return model.embedding() && !model.chat() ? "embeddings" : "chat";
    }

    private static String or(@Nullable String text) {
        return Objects.requireNonNullElse(text, "–");
    }
}
