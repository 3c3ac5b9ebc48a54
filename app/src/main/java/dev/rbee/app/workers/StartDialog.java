package dev.rbee.app.workers;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.fx.Background;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.contract.workers.SpawnWorker;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for model, slots and context, starts the worker and shows how it goes. Closing it leaves the job running. */
public final class StartDialog {
    private final QueenApi queen;
    private final Background background;
    private final Dialogs dialogs;

    /** Dialogs for this queen. */
    public StartDialog(QueenApi queen, Background background, Dialogs dialogs) {
        this.queen = queen;
        this.background = background;
        this.dialogs = dialogs;
    }

    /** Opens it; {@code model} is chosen already where given. */
    public void open(@Nullable String model) {
        StartForm form = new StartForm();
        JobProgress progress = new JobProgress(queen, background);
        VBox content = new VBox(16, form, progress);
        content.setPrefWidth(460);
        Dialog<ButtonType> dialog = dialogs.of("Start a worker", content, "Close");
        DialogPane pane = dialog.getDialogPane();
        ButtonType go = new ButtonType("Start worker", ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().add(go);
        Button button = (Button) pane.lookupButton(go);
        button.getStyleClass().add("main");
        button.setId("start-go");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            SpawnWorker order = form.order();
            if (order != null && !progress.busy()) {
                form.setDisable(true);
                button.setDisable(true);
                progress.start(order, dialog::close, () -> {
                    form.setDisable(false);
                    button.setDisable(false);
                });
                pane.getScene().getWindow().sizeToScene();
            }
        });
        background.run(
                queen::catalog,
                models -> form.offer(models, model),
                problem -> content.getChildren().add(0, new ProblemView(problem, null)));
        dialog.show();
    }
}
