package dev.rbee.app.workers;

import dev.rbee.app.theme.Units;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.SpawnWorker;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a new worker is to be: model, slots, context. */
public final class StartForm extends GridPane {
    private static final List<Integer> CONTEXTS = List.of(512, 1024, 2048, 4096, 8192, 16384, 32768);

    private final ComboBox<ModelEntry> model = new ComboBox<>();
    private final Spinner<Integer> slots = new Spinner<>(1, 16, 1);
    private final ComboBox<Integer> context = new ComboBox<>();

    /** Nothing to choose from yet. */
    public StartForm() {
        getStyleClass().add("dialog-form");
        model.setId("start-model");
        model.setPrefWidth(300);
        model.setConverter(words(entry -> entry.id() + "  ·  " + Units.bytes(entry.sizeBytes())));
        model.setPromptText("Choose a model");
        context.setConverter(words(tokens -> Units.tokens(tokens) + " tokens"));
        model.valueProperty().addListener((p, old, now) -> offer(now));
        slots.setEditable(true);
        slots.setId("start-slots");
        addRow(0, named("Model", model), model);
        addRow(1, named("Slots", slots), slots);
        add(new Label("Answers at the same time; each takes memory for its context."), 1, 2);
        addRow(3, named("Context", context), context);
        getChildren().stream()
                .filter(node -> GridPane.getRowIndex(node) == 2)
                .forEach(node -> node.getStyleClass().add("secondary"));
    }

    /** The models there are; {@code chosen} is selected, else the first. */
    public void offer(List<ModelEntry> models, @Nullable String chosen) {
        model.getItems()
                .setAll(models.stream()
                        .filter(entry -> entry.state().equals("installed"))
                        .toList());
        model.getItems().stream()
                .filter(entry -> chosen == null || entry.id().equals(chosen))
                .findFirst()
                .ifPresent(model::setValue);
    }

    /** The order, or null while no model is chosen. */
    public @Nullable SpawnWorker order() {
        ModelEntry chosen = model.getValue();
        if (chosen == null) {
            return null;
        }
        return new SpawnWorker(
                chosen.id(), chosen.hive(), null, null, context.getValue(), slots.getValue(), null, null);
    }

    private void offer(@Nullable ModelEntry entry) {
        int most = entry == null || entry.context() == null ? 4096 : entry.context();
        context.getItems()
                .setAll(CONTEXTS.stream().filter(tokens -> tokens < most).toList());
        context.getItems().add(most);
        context.setValue(Math.min(most, 4096));
    }

    private static Label named(String name, javafx.scene.Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        return label;
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
