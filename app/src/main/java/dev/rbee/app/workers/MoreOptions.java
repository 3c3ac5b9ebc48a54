package dev.rbee.app.workers;

import dev.rbee.app.theme.Ui;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the engine runs the model, folded away: what is left as it is, the hive chooses. */
final class MoreOptions extends VBox {
    /** A value and what it is called. */
    private record Named<T>(String words, @Nullable T value) {}

    private final Button fold;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final GridPane grid = new GridPane();
    private final ComboBox<Named<String>> engine = box(
            "start-engine",
            List.of(
                    new Named<>("Automatic", null),
                    new Named<>("Embedded (CPU)", "embedded"),
                    new Named<>("llama-server", "llama-server")));
    private final ComboBox<Named<String>> kv = box(
            "start-kv",
            List.of(
                    new Named<>("Usual (f16)", null),
                    new Named<>("q8_0 (half of it)", "q8_0"),
                    new Named<>("q4_0 (a quarter)", "q4_0")));
    private final ComboBox<Named<Integer>> layers = box(
            "start-layers",
            List.of(
                    new Named<>("As many as fit", null),
                    new Named<>("None", 0),
                    new Named<>("10", 10),
                    new Named<>("20", 20),
                    new Named<>("40", 40),
                    new Named<>("All", 999)));
    private final ComboBox<Named<Boolean>> flash = box(
            "start-flash", List.of(new Named<>("Automatic", null), new Named<>("On", true), new Named<>("Off", false)));
    private final ComboBox<Named<String>> draft = box("start-draft", List.of(new Named<>("None", null)));
    private final ComboBox<Named<Integer>> idle = box(
            "start-idle",
            List.of(
                    new Named<>("As in settings", null),
                    new Named<>("5 minutes", 300),
                    new Named<>("1 hour", 3600),
                    new Named<>("Never", 0)));
    private final CheckBox images = new CheckBox("Load its part for reading images");
    private Runnable changed = () -> {};
    private Runnable resized = () -> {};

    MoreOptions() {
        super(12);
        fold = new Button("More", arrow);
        fold.setId("start-more");
        fold.getStyleClass().addAll("quiet", "fold");
        fold.setOnAction(e -> open(!grid.isVisible()));
        grid.getStyleClass().add("dialog-form");
        grid.getColumnConstraints().setAll(Words.keys(), Words.values(), Words.keys(), Words.values());
        grid.addRow(0, Words.named("Engine", engine), engine, Words.named("GPU layers", layers), layers);
        grid.addRow(1, Words.named("Cache", kv), kv, Words.named("Flash attention", flash), flash);
        grid.addRow(2, Words.named("Draft model", draft), draft, Words.named("Unload when idle", idle), idle);
        grid.add(images, 1, 3, 3, 1);
        draft.setTooltip(Ui.tip("A small model of the same family that guesses ahead; llama-server only", null));
        kv.setTooltip(Ui.tip("How precisely the context is kept: less precise takes less memory", null));
        images.setSelected(true);
        for (ComboBox<?> box : List.of(engine, kv, layers, flash, draft, idle)) {
            box.setMaxWidth(Double.MAX_VALUE);
            box.setPrefWidth(170);
            box.valueProperty().addListener((p, old, now) -> changed.run());
        }
        images.selectedProperty().addListener((p, old, now) -> changed.run());
        getChildren().addAll(fold, grid);
        vision(false);
        open(false);
    }

    private void open(boolean open) {
        Ui.shown(grid, open);
        arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        resized.run();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    void onResize(Runnable listener) {
        resized = listener;
    }

    /** Models that could guess ahead. */
    void drafts(List<String> models) {
        List<Named<String>> all = new ArrayList<>(List.of(new Named<>("None", null)));
        models.forEach(name -> all.add(new Named<>(name, name)));
        draft.getItems().setAll(all);
        draft.setValue(all.getFirst());
    }

    /** Whether the model has a part that reads images. */
    void vision(boolean has) {
        Ui.shown(images, has);
    }

    /** What was chosen; null where all is left to the hive. */
    @Nullable
    WorkerOptions options() {
        boolean without = images.isVisible() && !images.isSelected();
        WorkerOptions options = new WorkerOptions(
                value(engine),
                value(layers),
                value(kv),
                value(flash),
                value(draft),
                without ? Boolean.FALSE : null,
                value(idle),
                null);
        return options.equals(WorkerOptions.NONE) ? null : options;
    }

    private static <T> @Nullable T value(ComboBox<Named<T>> box) {
        Named<T> chosen = box.getValue();
        return chosen == null ? null : chosen.value();
    }

    private static <T> ComboBox<Named<T>> box(String id, List<Named<T>> values) {
        ComboBox<Named<T>> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(Words.of(Named::words));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
        return box;
    }
}
