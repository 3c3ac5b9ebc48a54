package dev.rbee.app.activity;

import dev.rbee.app.frame.Toasts;
import dev.rbee.app.fx.Background;
import dev.rbee.app.fx.FxThread;
import dev.rbee.app.fx.LatestFeed;
import dev.rbee.app.fx.Task;
import dev.rbee.app.problem.Presenter;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves a past as a file: what the filters let through, all pages of it, with progress and a cancel. JavaFX thread only. */
final class ExportButton<T> extends HBox {
    private static final Words WORDS = Words.of(ExportButton.class);

    private final Past<T> past;
    private final List<String> columns;
    private final Supplier<Map<String, String>> asked;
    private final Background background;
    private final Toasts toasts;
    private final Presenter presenter;
    private final MenuButton menu = new MenuButton(WORDS.get("export"), new FontIcon(Feather.DOWNLOAD));
    private final Label progress = Ui.label("", "secondary", "figure");
    private final Button cancel;
    private @Nullable Task running;

    ExportButton(
            String name,
            Past<T> past,
            List<String> columns,
            Supplier<Map<String, String>> asked,
            Background background,
            SaveFile save,
            Toasts toasts,
            Presenter presenter) {
        super(8);
        this.past = past;
        this.columns = columns;
        this.asked = asked;
        this.background = background;
        this.toasts = toasts;
        this.presenter = presenter;
        getStyleClass().add("export");
        menu.setId("export-" + name);
        cancel = Ui.button(WORDS.get("cancel"), null, this::cancel);
        for (Export.Kind kind : Export.Kind.values()) {
            String ending = kind.name().toLowerCase(Locale.ROOT);
            MenuItem item = new MenuItem(WORDS.get("export." + ending));
            item.setId("export-" + name + "-" + ending);
            item.setOnAction(e -> save.ask(WORDS.get("export.title"), "rbee-" + name + "." + ending)
                    .ifPresent(file -> run(kind, file)));
            menu.getItems().add(item);
        }
        getChildren().addAll(progress, cancel, menu);
        busy(false);
    }

    private void run(Export.Kind kind, Path file) {
        busy(true);
        progress.setText(WORDS.get("export.begun"));
        LatestFeed<Long> feed =
                new LatestFeed<>(FxThread.LATER, rows -> progress.setText(WORDS.get("export.rows", rows)));
        Map<String, String> query = asked.get();
        running = background.start(
                () -> Export.write(past, query, columns, kind, file, feed::offer),
                rows -> {
                    busy(false);
                    toasts.say(WORDS.get("export.done", rows, file.getFileName()));
                },
                problem -> {
                    busy(false);
                    presenter.toast(problem);
                });
    }

    private void cancel() {
        Task task = running;
        if (task != null) {
            task.cancel();
        }
        busy(false);
        toasts.note(WORDS.get("export.cancelled"));
    }

    private void busy(boolean busy) {
        Ui.shown(progress, busy);
        Ui.shown(cancel, busy);
        menu.setDisable(busy);
        if (!busy) {
            running = null;
        }
    }
}
