package dev.rbee.app.workers;

import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
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
    private static final Words WORDS = Words.of(MoreOptions.class);

    /** A value and what it is called. */
    private record Named<T>(String words, @Nullable T value) {}

    private final Button fold;
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    private final GridPane grid = new GridPane();
    private final ComboBox<Named<String>> engine = box(
            "start-engine",
            List.of(
                    new Named<>(WORDS.get("automatic"), null),
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
                    new Named<>(WORDS.get("as.many.as.fit"), null),
                    new Named<>(WORDS.get("none"), 0),
                    new Named<>("10", 10),
                    new Named<>("20", 20),
                    new Named<>("40", 40),
                    new Named<>(WORDS.get("all"), 999)));
    private final ComboBox<Named<Boolean>> flash = box(
            "start-flash",
            List.of(
                    new Named<>(WORDS.get("automatic"), null),
                    new Named<>(WORDS.get("on"), true),
                    new Named<>(WORDS.get("off"), false)));
    private final ComboBox<Named<String>> draft = box("start-draft", List.of(new Named<>(WORDS.get("none"), null)));
    private final ComboBox<Named<Integer>> idle = box(
            "start-idle",
            List.of(
                    new Named<>(WORDS.get("as.in.settings"), null),
                    new Named<>("5 minutes", 300),
                    new Named<>("1 hour", 3600),
                    new Named<>(WORDS.get("never"), 0)));
    private final CheckBox images = new CheckBox(WORDS.get("load.its.part.for.reading"));
    private Runnable changed = () -> {};
    private Runnable resized = () -> {};

    MoreOptions() {
        super(12);
        fold = new Button(WORDS.get("more"), arrow);
        fold.setId("start-more");
        fold.getStyleClass().addAll("quiet", "fold");
        fold.setOnAction(e -> open(!grid.isVisible()));
        grid.getStyleClass().add("dialog-form");
        grid.getColumnConstraints().setAll(FormParts.keys(), FormParts.values(), FormParts.keys(), FormParts.values());
        grid.addRow(
                0,
                FormParts.named(WORDS.get("fact.engine"), engine),
                engine,
                FormParts.named(WORDS.get("fact.layers"), layers),
                layers);
        grid.addRow(
                1,
                FormParts.named(WORDS.get("fact.kv"), kv),
                kv,
                FormParts.named(WORDS.get("flash.attention"), flash),
                flash);
        grid.addRow(
                2,
                FormParts.named(WORDS.get("draft.model"), draft),
                draft,
                FormParts.named(WORDS.get("unload.when.idle"), idle),
                idle);
        grid.add(images, 1, 3, 3, 1);
        draft.setTooltip(Ui.tip(WORDS.get("a.small.model.of.the"), null));
        kv.setTooltip(Ui.tip(WORDS.get("how.precisely.the.context.is"), null));
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
        List<Named<String>> all = new ArrayList<>(List.of(new Named<>(WORDS.get("none"), null)));
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
        box.setConverter(FormParts.shown(Named::words));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
        return box;
    }
}
