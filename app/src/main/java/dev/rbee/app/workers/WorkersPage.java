package dev.rbee.app.workers;

import dev.rbee.app.frame.Dialogs;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Row;
import dev.rbee.app.remote.QueenApi;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of loaded models. */
public final class WorkersPage implements Page {
    private final FleetModel fleet;
    private final Dialogs dialogs;
    private final StartDialog start;
    private final LiveTable<WorkerInfo> table;
    private final WorkerDetail detail;
    private final TextField filter = new TextField();
    private final Button add;
    private final Button attach;
    private final VBox view = new VBox();
    private boolean front;

    /** {@code chatWith} opens a chat with a worker. */
    public WorkersPage(
            FleetModel fleet,
            QueenApi queen,
            Background background,
            Dialogs dialogs,
            StartDialog start,
            EndpointsDialog endpoints,
            Consumer<WorkerInfo> chatWith) {
        this.fleet = fleet;
        this.dialogs = dialogs;
        this.start = start;
        table = WorkerTable.of(fleet);
        detail = new WorkerDetail(
                queen, background, () -> table.getSelectionModel().clearSelection(), chatWith, this::askStop);
        filter.setId("workers-filter");
        filter.setPromptText("Filter…");
        filter.setTooltip(Ui.tip("Show rows that contain these words (Ctrl+F)", null));
        filter.textProperty().addListener((p, old, now) -> table.filter(now));
        add = Ui.mainButton("Start worker…", Feather.PLUS, () -> start.open(null));
        add.setId("start-worker");
        attach = Ui.button("Attach server…", Feather.LINK, endpoints::open);
        attach.setId("attach-server");
        attach.setTooltip(Ui.tip("Let models of Ollama, LM Studio, vLLM or another server take part", null));
        Button first = Ui.button("Start worker…", Feather.PLUS, () -> start.open(null));
        first.disableProperty().bind(add.disableProperty());
        table.setPlaceholder(new EmptyState(
                Feather.CPU,
                "No worker runs",
                "A worker is one loaded model. Start one to chat with it and to serve other programs.",
                first));
        HBox body = new HBox(16, table, detail.pane());
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead("Workers", filter, attach, add), body);
        table.selected().addListener((p, old, now) -> update());
        fleet.view().addListener((p, old, now) -> update());
        update();
    }

    private void update() {
        FleetView now = fleet.view().get();
        add.setDisable(!now.connected());
        attach.setDisable(!now.connected());
        table.getStyleClass().remove("away");
        if (!now.connected() && !now.registry()) {
            table.getStyleClass().add("away");
        }
        if (front) {
            Row<WorkerInfo> selected = table.selected().get();
            detail.show(selected, now);
        }
    }

    private void askStop(WorkerInfo worker, Runnable yes) {
        int running = worker.slotsTotal() - worker.slotsAvailable();
        if (running == 0) {
            yes.run();
            return;
        }
        dialogs.confirm(
                "Stop " + worker.modelRef() + "?",
                Ui.paragraph((running == 1 ? "One answer is" : running + " answers are")
                        + " being written and will be cut off. Drain lets them finish first."),
                "Stop worker",
                yes,
                () -> {});
    }

    @Override
    public String key() {
        return "workers";
    }

    @Override
    public String name() {
        return "Workers";
    }

    @Override
    public Feather icon() {
        return Feather.CPU;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        front = true;
        update();
    }

    @Override
    public void hidden() {
        front = false;
        detail.rest();
    }

    @Override
    public boolean find() {
        filter.requestFocus();
        return true;
    }

    @Override
    public boolean fresh() {
        if (!add.isDisabled()) {
            start.open(null);
        }
        return true;
    }
}
