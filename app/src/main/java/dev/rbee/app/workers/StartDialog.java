package dev.rbee.app.workers;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.ModelsApi;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.SpawnWorker;
import java.util.concurrent.Callable;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for model, hive, context and the rest, shows how it would fit, starts the worker. Closing it leaves the job running. */
public final class StartDialog {
    private static final Words WORDS = Words.of(StartDialog.class);

    private final QueenApi queen;
    private final ModelsApi models;
    private final Background background;
    private final Dialogs dialogs;
    private final FleetModel fleet;
    private final Callable<Integer> slots;

    /** Dialogs for this queen; {@code slots} reads how many answers at a time the settings want, and may block. */
    public StartDialog(
            QueenApi queen,
            ModelsApi models,
            Background background,
            Dialogs dialogs,
            FleetModel fleet,
            Callable<Integer> slots) {
        this.slots = slots;
        this.queen = queen;
        this.models = models;
        this.background = background;
        this.dialogs = dialogs;
        this.fleet = fleet;
    }

    /** Opens it; {@code model} is chosen already where given. */
    public void open(@Nullable String model) {
        StartForm form = new StartForm(fleet.view().get().hives().values());
        FitPreview preview = new FitPreview(models, background);
        JobProgress progress = new JobProgress(queen, background);
        VBox content = new VBox(16, form, preview, progress);
        content.setPrefWidth(640);
        Dialog<ButtonType> dialog = dialogs.of(WORDS.get("start.a.worker"), content, WORDS.get("close"));
        DialogPane pane = dialog.getDialogPane();
        Runnable fit = () -> Dialogs.fit(pane);
        form.onChange(() -> preview.ask(form.question(), form.hive()));
        form.onResize(fit);
        ButtonType go = new ButtonType(WORDS.get("start.worker"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().add(go);
        Button button = (Button) pane.lookupButton(go);
        button.getStyleClass().add("main");
        button.setId("start-go");
        button.disableProperty().bind(form.ready().not().or(form.disabledProperty()));
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            SpawnWorker order = form.order();
            if (order != null && !progress.busy()) {
                form.setDisable(true);
                progress.start(order, dialog::close, () -> {
                    form.setDisable(false);
                    fit.run();
                });
                fit.run();
            }
        });
        background.run(slots, form::usual, problem -> {}); // settings that cannot be read suggest nothing
        background.run(
                models::catalog,
                found -> form.offer(found, model),
                problem -> content.getChildren().add(0, new ProblemView(problem, null)));
        dialog.setOnHidden(e -> preview.stop());
        dialog.show();
    }
}
