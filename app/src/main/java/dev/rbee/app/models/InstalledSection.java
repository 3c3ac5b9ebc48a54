package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.live.Rows;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.models.ModelEntry;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The models that are there: a row for each, or a matrix of models and hives; details beside it. */
final class InstalledSection implements Section {
    private static final Words WORDS = Words.of(InstalledSection.class);

    private final ModelParts parts;
    private final Rows<Installed> rows = new Rows<>();
    private final LiveTable<Installed> table;
    private final ModelDetail detail;
    private final TextField filter = new TextField();
    private final VBox view;
    private final Runnable changed;
    private final MatrixView matrix;
    private final ViewSwitch looks;
    private @Nullable String wanted;

    /** {@code changed} asks for the list anew; {@code discover} goes where models come from. */
    InstalledSection(ModelParts parts, Fetcher fetcher, Runnable changed, Runnable discover) {
        this.parts = parts;
        this.changed = changed;
        matrix = new MatrixView(model -> update(), fetcher::fetch);
        looks = new ViewSwitch(parts.state(), this::arrange);
        table = ModelTable.of(rows, model -> parts.start().open(model.id()), parts.fleet());
        detail = new ModelDetail(parts, this::deselect, this::delete);
        filter.setPromptText(WORDS.get("installed.filter"));
        filter.setId("models-filter");
        filter.setMaxWidth(320);
        filter.setTooltip(Ui.tip(WORDS.get("installed.show.rows.that.contain"), null));
        filter.textProperty().addListener((p, old, now) -> {
            table.filter(now);
            matrix.filter(now);
        });
        Button look = Ui.button(WORDS.get("installed.discover.models"), Feather.COMPASS, discover);
        table.setPlaceholder(new EmptyState(
                Feather.PACKAGE,
                WORDS.get("installed.no.model.is.here"),
                WORDS.get("installed.models.show.up.as"),
                look));
        matrix.setPlaceholder(Ui.label(WORDS.get("matrix.none"), "secondary"));
        StackPane left = new StackPane(table, matrix);
        left.setMinWidth(0);
        HBox body = new HBox(16, left, detail.pane());
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        HBox head = new HBox(8, filter, Ui.spacer(), looks);
        HBox.setHgrow(filter, Priority.ALWAYS);
        head.getStyleClass().add("chat-bar");
        view = new VBox(12, head, body);
        arrange(looks.matrix());
        table.selected().addListener((p, old, now) -> update());
        table.getItems().addListener((ListChangeListener<Row<Installed>>) change -> FxThread.LATER.execute(this::look));
    }

    /** These are there now. */
    void show(List<ModelEntry> entries) {
        Map<String, Installed> grouped = Installed.group(entries);
        rows.merge(grouped);
        matrix.show(grouped.values());
        update();
    }

    /** Selects the model of that name, now or as soon as it is there. */
    void reveal(String id) {
        wanted = id;
        filter.clear();
        looks.list();
        look();
    }

    private void look() {
        if (wanted != null && table.reveal(wanted)) {
            wanted = null;
        }
    }

    private void arrange(boolean byHive) {
        deselect();
        Ui.shown(matrix, byHive);
        Ui.shown(table, !byHive);
    }

    private void deselect() {
        table.getSelectionModel().clearSelection();
        matrix.getSelectionModel().clearSelection();
    }

    /** The fleet is so now. */
    void fleet(FleetView now) {
        for (Node each : List.of(table, matrix)) {
            each.getStyleClass().remove("away");
            if (!now.connected()) {
                each.getStyleClass().add("away");
            }
        }
        matrix.hives(now.hives().values());
        update();
    }

    private void update() {
        Row<Installed> selected = table.selected().get();
        Installed row = selected == null ? null : selected.now();
        detail.show(looks.matrix() ? matrix.getSelectionModel().getSelectedItem() : row);
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
