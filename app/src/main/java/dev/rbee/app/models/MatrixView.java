package dev.rbee.app.models;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.theme.Marks;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Which model is where: a row for each model, a column for each hive, and the way from one hive to another. JavaFX thread only. */
final class MatrixView extends TableView<Installed> {
    private static final Words WORDS = Words.of(MatrixView.class);
    private static final double NAME = 240;
    private static final double HIVE = 148;

    private final BiConsumer<Installed, String> bring;
    private final TableColumn<Installed, Installed> name = new TableColumn<>(WORDS.get("matrix.model"));
    private List<Installed> all = List.of();
    private List<String> shown = List.of();
    private String filter = "";

    /** {@code selected} gets what is selected, null where nothing is; {@code bring} fetches a model to a hive. */
    MatrixView(Consumer<@Nullable Installed> selected, BiConsumer<Installed, String> bring) {
        this.bring = bring;
        setId("models-matrix");
        setAccessibleText(WORDS.get("matrix.accessible"));
        name.setPrefWidth(NAME);
        name.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        name.setComparator(Comparator.comparing(Installed::id, String.CASE_INSENSITIVE_ORDER));
        name.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Installed model, boolean empty) {
                super.updateItem(model, empty);
                setText(empty || model == null ? null : model.id());
                setTooltip(empty || model == null ? null : new Tooltip(model.id()));
            }
        });
        getColumns().setAll(List.of(name));
        getSelectionModel().selectedItemProperty().addListener((p, old, now) -> selected.accept(now));
    }

    /** These models are there. */
    void show(Collection<Installed> models) {
        all = List.copyOf(models);
        refill();
    }

    /** These hives are there: this machine's first, then by name. */
    void hives(Collection<HiveInfo> hives) {
        List<HiveInfo> ordered = hives.stream()
                .sorted(Comparator.comparing((HiveInfo hive) -> hive.mode() != HiveMode.LOCAL)
                        .thenComparing(HiveInfo::id))
                .toList();
        List<String> marks =
                ordered.stream().map(hive -> hive.id() + " " + hive.online()).toList();
        if (marks.equals(shown)) {
            return;
        }
        shown = marks;
        List<TableColumn<Installed, ?>> columns = new ArrayList<>();
        columns.add(name);
        ordered.forEach(hive -> columns.add(column(hive)));
        getColumns().setAll(columns);
    }

    /** Shows models of which these words are said. */
    void filter(String words) {
        filter = words;
        refill();
    }

    private void refill() {
        Installed was = getSelectionModel().getSelectedItem();
        List<Installed> now =
                all.stream().filter(model -> ModelTable.has(model, filter)).toList();
        if (!getItems().equals(now)) {
            getItems().setAll(now);
            sort();
            now.stream()
                    .filter(model -> was != null && model.id().equals(was.id()))
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    private TableColumn<Installed, Installed> column(HiveInfo hive) {
        TableColumn<Installed, Installed> column = new TableColumn<>();
        Label head = Ui.label(hive.id());
        head.setTooltip(new Tooltip(hive.online() ? hive.id() : WORDS.get("matrix.offline", hive.id())));
        HBox title = new HBox(8, Marks.hexagon(hive.online() ? Tone.READY : Tone.OFFLINE), head);
        title.getStyleClass().addAll("chat-bar", "matrix-head");
        head.setMaxWidth(HIVE - 40);
        column.setGraphic(title);
        column.setPrefWidth(HIVE);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(c -> new MatrixCell(hive, bring));
        return column;
    }
}
