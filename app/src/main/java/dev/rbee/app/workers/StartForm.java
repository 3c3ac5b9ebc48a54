package dev.rbee.app.workers;

import dev.rbee.app.catalog.Installed;
import dev.rbee.app.catalog.ModelWords;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.SpawnWorker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What a new worker is to be: model, hive, context, slots, and under "More" how its engine runs it. */
public final class StartForm extends GridPane {
    private static final Words WORDS = Words.of(StartForm.class);

    private static final String BEST = WORDS.get("best.hive");

    /** Answers at a time, as the setting has it. */
    private static final int MOST = 64;

    private final List<HiveInfo> hives;
    private final ComboBox<Installed> model = new ComboBox<>();
    private final ComboBox<String> hive = new ComboBox<>();
    private final ContextSlider context = new ContextSlider();
    private final Spinner<Integer> slots = new Spinner<>(1, MOST, 1);
    private final MoreOptions more = new MoreOptions();
    private final Label hiveName = FormParts.named(WORDS.get("column.hive"), hive);
    private @Nullable Supplier<String> only;
    private Runnable changed = () -> {};

    /** Nothing to choose from yet but the hives. */
    public StartForm(Collection<HiveInfo> hives) {
        this.hives = hives.stream().filter(HiveInfo::online).toList();
        getStyleClass().add("dialog-form");
        model.setId("start-model");
        model.setMaxWidth(Double.MAX_VALUE);
        model.setConverter(FormParts.shown(
                entry -> entry.id() + "  ·  " + Units.bytes(entry.best().sizeBytes())));
        model.setPromptText(WORDS.get("start.choose"));
        hive.setId("start-hive");
        hive.getItems().setAll(BEST);
        hive.setValue(BEST);
        slots.setEditable(true);
        slots.setId("start-slots");
        slots.setPrefWidth(88);
        Label each = Ui.label(WORDS.get("answers.at.a.time.each"), "secondary");
        HBox many = new HBox(8, slots, each);
        many.getStyleClass().add("chat-bar");
        getColumnConstraints().setAll(FormParts.keys(), FormParts.values());
        addRow(0, FormParts.named(WORDS.get("column.model"), model), model);
        addRow(1, hiveName, hive);
        addRow(2, FormParts.named(WORDS.get("column.context"), context.slider()), context);
        addRow(3, FormParts.named(WORDS.get("answers.at.a.time"), slots), many);
        add(more, 0, 4, 2, 1);
        model.valueProperty().addListener((p, old, now) -> choose(now));
        hive.valueProperty().addListener((p, old, now) -> changed.run());
        context.onChange(() -> changed.run());
        slots.valueProperty().addListener((p, old, now) -> changed.run());
        more.onChange(() -> changed.run());
    }

    /** For one hive only, whose name is asked for when it is needed. */
    public static StartForm on(Supplier<String> hive) {
        StartForm form = new StartForm(List.of());
        form.only = hive;
        Ui.shown(form.hive, false);
        Ui.shown(form.hiveName, false);
        return form;
    }

    /** Called when the order would be another one. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Called when it needs another height. */
    void onResize(Runnable listener) {
        more.onResize(listener);
    }

    /** As many answers at a time as the settings want, unless somebody has chosen already. */
    void usual(int answers) {
        if (slots.getValue() == 1) {
            slots.getValueFactory().setValue(Math.clamp(answers, 1, MOST));
        }
    }

    /** Whether there is an order. */
    BooleanBinding ready() {
        return model.valueProperty().isNotNull();
    }

    /** The models there are; {@code chosen} (also by another of its names) is selected, else the first. */
    public void offer(List<ModelEntry> models, @Nullable String chosen) {
        List<Installed> usable = Installed.group(models).values().stream()
                .filter(Installed::usable)
                .toList();
        model.getItems().setAll(usable);
        more.drafts(usable.stream().map(Installed::id).toList());
        usable.stream()
                .filter(entry -> chosen == null
                        || entry.id().equals(chosen)
                        || entry.refs().contains(chosen))
                .findFirst()
                .ifPresent(model::setValue);
    }

    private void choose(@Nullable Installed entry) {
        if (entry == null) {
            return;
        }
        String was = hive.getValue();
        List<String> names = new ArrayList<>(List.of(BEST));
        hives.stream().map(HiveInfo::id).forEach(names::add);
        hive.getItems().setAll(names);
        hive.setValue(names.contains(was) ? was : BEST);
        context.most(Objects.requireNonNullElse(entry.best().context(), ContextSlider.USUAL));
        more.vision(ModelWords.kind(entry.best()).contains("images"));
        changed.run();
    }

    /** The hive that is chosen; null: the best one. */
    @Nullable
    String hive() {
        if (only != null) {
            return only.get();
        }
        return BEST.equals(hive.getValue()) ? null : hive.getValue();
    }

    /** What to ask about its fit; null while no model is chosen. */
    @Nullable
    FitRequest question() {
        Installed chosen = model.getValue();
        return chosen == null
                ? null
                : new FitRequest(chosen.id(), null, context.tokens(), slots.getValue(), more.options());
    }

    /** The order, or null while no model is chosen. */
    public @Nullable SpawnWorker order() {
        Installed chosen = model.getValue();
        if (chosen == null) {
            return null;
        }
        return new SpawnWorker(
                chosen.id(), hive(), null, null, context.tokens(), slots.getValue(), null, null, null, more.options());
    }
}
