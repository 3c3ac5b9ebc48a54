package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The models that are there: a row for each, hives as dots, details beside it. */
final class InstalledSection implements Section {
    private final ModelParts parts;
    private final Rows<Installed> rows = new Rows<>();
    private final LiveTable<Installed> table;
    private final ModelDetail detail;
    private final TextField filter = new TextField();
    private final VBox view;
    private final Runnable changed;

    /** {@code changed} asks for the list anew; {@code discover} goes where models come from. */
    InstalledSection(ModelParts parts, Runnable changed, Runnable discover) {
        this.parts = parts;
        this.changed = changed;
        table = ModelTable.of(rows, model -> parts.start().open(model.id()), parts.fleet());
        detail = new ModelDetail(parts, () -> table.getSelectionModel().clearSelection(), this::delete);
        filter.setPromptText("Filter…");
        filter.setId("models-filter");
        filter.setMaxWidth(320);
        filter.setTooltip(Ui.tip("Show rows that contain these words (Ctrl+F)", null));
        filter.textProperty().addListener((p, old, now) -> table.filter(now));
        Button look = Ui.button("Discover models", Feather.COMPASS, discover);
        table.setPlaceholder(new EmptyState(
                Feather.PACKAGE,
                "No model is here",
                "Models show up as soon as a hive is online. Download one, or drop a GGUF file onto this page.",
                look));
        HBox body = new HBox(16, table, detail.pane());
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        view = new VBox(12, filter, body);
        table.selected().addListener((p, old, now) -> update());
    }

    /** These are there now. */
    void show(List<ModelEntry> entries) {
        Map<String, Installed> grouped = Installed.group(entries);
        rows.merge(grouped);
        update();
    }

    /** The fleet is so now. */
    void fleet(FleetView now) {
        table.getStyleClass().remove("away");
        if (!now.connected()) {
            table.getStyleClass().add("away");
        }
        update();
    }

    private void update() {
        Row<Installed> selected = table.selected().get();
        detail.show(selected == null ? null : selected.now());
    }

    private void delete(Installed model) {
        new DeleteDialog(parts.models(), parts.background(), parts.dialogs(), model, changed).show();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        update();
    }

    @Override
    public boolean find() {
        filter.requestFocus();
        return true;
    }
}
