package dev.rbee.app.hives;

import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.table.LiveTable;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.contract.hives.HiveInfo;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of machines. */
public final class HivesPage implements Page {
    private final FleetModel fleet;
    private final QueenSwitch queen;
    private final Runnable adding;
    private final Button add;
    private final NodeBook book;
    private boolean front;
    private final LiveTable<HiveInfo> table;
    private final HiveDetail detail;
    private final TextField filter = new TextField();
    private final VBox view = new VBox();

    /** Follows the fleet; {@code adding} opens the wizard. */
    public HivesPage(FleetModel fleet, QueenSwitch queen, HiveParts parts, Runnable adding) {
        this.fleet = fleet;
        this.queen = queen;
        book = new NodeBook(parts.nodes(), parts.background());
        this.adding = adding;
        add = Ui.mainButton("Add machine…", Feather.PLUS, adding);
        add.setId("add-machine");
        add.setTooltip(Ui.tip("Another machine of yours, over SSH (Ctrl+N)", null));
        table = HiveTable.of(fleet, book);
        detail = new HiveDetail(parts, book, () -> table.getSelectionModel().clearSelection());
        filter.setId("hives-filter");
        filter.setPromptText("Filter…");
        filter.setTooltip(Ui.tip("Show rows that contain these words (Ctrl+F)", null));
        filter.textProperty().addListener((p, old, now) -> table.filter(now));
        HBox body = new HBox(16, table, detail.pane());
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead("Hives", filter, add), body);
        table.selected().addListener((p, old, now) -> update());
        fleet.view().addListener((p, old, now) -> {
            if (!old.link().getClass().equals(now.link().getClass())) {
                placeholder(now);
            }
            update();
        });
        book.known().addListener((p, old, now) -> update());
        placeholder(fleet.view().get());
        update();
    }

    private void placeholder(FleetView now) {
        table.setPlaceholder(
                now.link() instanceof Link.Away
                        ? new EmptyState(
                                Feather.HEXAGON,
                                "No hive is known",
                                "A hive is one machine. The queen knows them, and she is away.",
                                Ui.button("Start the queen", null, queen::start))
                        : new EmptyState(
                                Feather.HEXAGON,
                                "The hive of this machine is starting",
                                "It appears here as soon as it answers, in a second or two.",
                                null));
    }

    private void update() {
        FleetView now = fleet.view().get();
        add.setDisable(!now.connected());
        table.getStyleClass().remove("away");
        if (!now.connected() && !now.registry()) {
            table.getStyleClass().add("away");
        }
        book.follow(now);
        if (front) {
            detail.show(table.selected().get(), now);
        }
    }

    @Override
    public String key() {
        return "hives";
    }

    @Override
    public String name() {
        return "Hives";
    }

    @Override
    public Feather icon() {
        return Feather.HEXAGON;
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
            adding.run();
        }
        return true;
    }
}
