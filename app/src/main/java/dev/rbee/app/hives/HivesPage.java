package dev.rbee.app.hives;

import dev.rbee.app.frame.Command;
import dev.rbee.app.frame.Keys;
import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.Page;
import dev.rbee.app.frame.PageFace;
import dev.rbee.app.frame.PageHead;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.live.FleetModel;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
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
import dev.rbee.contract.hives.HiveInfo;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of machines. */
public final class HivesPage implements Page {
    private static final Words WORDS = Words.of(HivesPage.class);

    /** How it stands in the navigation. */
    public static final PageFace FACE = new PageFace("hives", WORDS.get("name"), Feather.HEXAGON);

    private final FleetModel fleet;
    private final Navigator navigator;
    private final List<RowAction<HiveInfo>> actions;
    private final FilterBar<HiveInfo> bar;
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
        navigator = parts.navigator();
        book = new NodeBook(parts.nodes(), parts.background());
        this.adding = adding;
        add = Ui.mainButton(WORDS.get("add"), Feather.PLUS, adding);
        add.setId("add-machine");
        add.setTooltip(Ui.tip(WORDS.get("add.tip"), Keys.FRESH));
        table = HiveTable.of(fleet, book);
        table.selectsMany();
        HiveActions able = new HiveActions(parts.nodes(), parts.queen(), parts.background(), parts.dialogs());
        actions = actions(able);
        detail = new HiveDetail(
                parts, book, able, fleet.now(), () -> table.getSelectionModel().clearSelection());
        filter.setId("hives-filter");
        filter.setPromptText(WORDS.get("filter"));
        filter.setAccessibleText(WORDS.get("filter.tip"));
        filter.setTooltip(Ui.tip(WORDS.get("filter.tip"), null));
        bar = new FilterBar<>(table, filter, HiveTable.facets(), new TableMemory<>(table, parts.state(), "hives"));
        RowMenu<HiveInfo> menu = new RowMenu<>(table, actions, hive -> hive.id() + "\t" + hive.url());
        VBox list = new VBox(8, bar, menu.table(), new ManyBar<>(table, fleet.hives(), actions));
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox body = new HBox(16, list, detail.pane());
        HBox.setHgrow(list, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.getStyleClass().add("page");
        view.getChildren().addAll(new PageHead(WORDS.get("name"), filter, add), body);
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

    private List<RowAction<HiveInfo>> actions(HiveActions able) {
        List<RowAction<HiveInfo>> all = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            all.add(new RowAction<>(
                    verb.wire(),
                    verb.words(),
                    verb.tip(),
                    verb.icon(),
                    verb == Verb.STOP ? new KeyCodeCombination(KeyCode.DELETE) : null,
                    verb.many(),
                    hive -> fleet.view().get().connected()
                            && Verbs.of(hive, book.known().get().get(hive.id()))
                                    .all()
                                    .contains(verb),
                    hives -> able.act(hives, fleet.view().get().workers().values(), verb)));
        }
        return List.copyOf(all);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        if (!add.isDisabled()) {
            commands.add(new Command(WORDS.get("name"), WORDS.get("add"), "", Feather.PLUS, null, adding));
        }
        var rows = new RowCommands<HiveInfo>(
                WORDS.get("command.group"),
                WORDS.get("command.show"),
                Feather.HEXAGON,
                hive -> hive.id() + " · " + HiveWords.badge(hive.status()).word(),
                hive -> navigator.reveal("hives", hive.id()),
                actions);
        commands.addAll(rows.of(fleet.hives().list()));
        return commands;
    }

    @Override
    public void reveal(String id) {
        if (!table.reveal(id) && bar.clear()) {
            var _ = table.reveal(id);
        }
    }

    @Override
    public boolean escape() {
        return table.escape(filter);
    }

    private void placeholder(FleetView now) {
        table.setPlaceholder(
                now.link() instanceof Link.Away
                        ? new EmptyState(
                                Feather.HEXAGON,
                                WORDS.get("away.head"),
                                WORDS.get("away.more"),
                                Ui.button(WORDS.get("away.action"), null, queen::start))
                        : new EmptyState(
                                Feather.HEXAGON, WORDS.get("starting.head"), WORDS.get("starting.more"), null));
    }

    private void update() {
        FleetView now = fleet.view().get();
        add.setDisable(!now.connected());
        table.getStyleClass().remove("away");
        if (!now.connected()) {
            table.getStyleClass().add("away");
        }
        book.follow(now);
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
