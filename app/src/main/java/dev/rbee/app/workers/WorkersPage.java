package dev.rbee.app.workers;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Keys;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.table.FilterBar;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.table.ManyBar;
import dev.rbee.app.table.RowAction;
import dev.rbee.app.table.RowCommands;
import dev.rbee.app.table.RowMenu;
import dev.rbee.app.table.TableMemory;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of loaded models. */
public final class WorkersPage implements Page {
    private static final Words WORDS = Words.of(WorkersPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("workers", WORDS.get("name"), Feather.CPU);

    private final WorkerParts parts;
    private final StartDialog start;
    private final LiveTable<WorkerInfo> table;
    private final List<RowAction<WorkerInfo>> actions;
    private final FilterBar<WorkerInfo> bar;
    private final WorkerDetail detail;
    private final TextField filter = new TextField();
    private final Button add;
    private final Button attach;
    private final VBox view = new VBox();
    private boolean front;

    /** Follows the fleet. */
    public WorkersPage(WorkerParts parts, StartDialog start, EndpointsDialog endpoints) {
        this.parts = parts;
        this.start = start;
        table = WorkerTable.of(parts.fleet());
        table.selectsMany();
        WorkerActions able = new WorkerActions(parts);
        actions = able.all();
        detail = new WorkerDetail(parts, able, () -> table.getSelectionModel().clearSelection());
        filter.setId("workers-filter");
        filter.setPromptText(WORDS.get("filter"));
        filter.setAccessibleText(WORDS.get("filter.tip"));
        filter.setTooltip(Ui.tip(WORDS.get("filter.tip"), null));
        bar = new FilterBar<>(table, filter, WorkerTable.facets(), new TableMemory<>(table, parts.state(), "workers"));
        add = Ui.mainButton(WORDS.get("start"), Feather.PLUS, () -> start.open(null));
        add.setId("start-worker");
        add.setTooltip(Ui.tip(WORDS.get("start"), Keys.FRESH));
        attach = Ui.button(WORDS.get("attach"), Feather.LINK, endpoints::open);
        attach.setId("attach-server");
        attach.setTooltip(Ui.tip(WORDS.get("attach.tip"), null));
        Button first = Ui.button(WORDS.get("start"), Feather.PLUS, () -> start.open(null));
        first.disableProperty().bind(add.disableProperty());
        table.setPlaceholder(new EmptyState(Feather.CPU, WORDS.get("empty.head"), WORDS.get("empty.more"), first));
        RowMenu<WorkerInfo> menu = new RowMenu<>(table, actions, WorkersPage::line);
        VBox list = new VBox(
                8, bar, menu.table(), new ManyBar<>(table, parts.fleet().workers(), actions));
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox body = new HBox(16, list, detail.pane());
        HBox.setHgrow(list, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead(WORDS.get("name"), filter, attach, add), body);
        table.selected().addListener((p, old, now) -> update());
        parts.fleet().view().addListener((p, old, now) -> update());
        update();
    }

    private static String line(WorkerInfo worker) {
        return String.join(
                "\t", worker.id(), worker.modelRef(), worker.state().wire(), worker.nodeName(), worker.url());
    }

    private void update() {
        FleetView now = parts.fleet().view().get();
        add.setDisable(!now.connected());
        attach.setDisable(!now.connected());
        table.getStyleClass().remove("away");
        if (!now.connected()) {
            table.getStyleClass().add("away");
        }
        if (front) {
            detail.show(table.selected().get(), now);
        }
    }

    @Override
    public PageFace face() {
        return FACE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(WORDS.get("name"), WORDS.get("start"), "", Feather.PLUS, null, () -> {
            parts.navigator().open("workers");
            start.open(null);
        }));
        var rows = new RowCommands<WorkerInfo>(
                WORDS.get("command.group"),
                WORDS.get("command.show"),
                Feather.CPU,
                worker -> worker.modelRef() + " · " + worker.nodeName() + " · "
                        + WorkerWords.badge(worker.state()).word(),
                worker -> parts.navigator().reveal("workers", worker.id()),
                actions);
        commands.addAll(rows.of(parts.fleet().workers().list()));
        return commands;
    }

    @Override
    public void reveal(String id) {
        if (!table.reveal(id) && bar.clear()) {
            var _ = table.reveal(id);
        }
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
    public boolean escape() {
        return table.escape(filter);
    }

    @Override
    public boolean fresh() {
        if (!add.isDisabled()) {
            start.open(null);
        }
        return true;
    }
}
