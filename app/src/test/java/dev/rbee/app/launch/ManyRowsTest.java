package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Row;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand workers on their page, of which five hundred change each second, over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ManyRowsTest extends WindowTest {
    private static final int MANY = 10_000;

    @TempDir
    Path home;

    private final ScheduledExecutorService busy = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        host = new SmallHost(ManyRowsTest::prepare, List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 990, 800);
    }

    private static void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, MANY));
        for (int i = 0; i < MANY; i++) {
            queen.worker(worker(i, 0));
        }
    }

    private static WorkerInfo worker(int i, int round) {
        WorkerState state = i % 3 == 0 ? WorkerState.BUSY : WorkerState.IDLE;
        return Fixtures.worker(
                "w-" + i, "model-%05d".formatted(i), state, 1 + round % 2, 4, "http://127.0.0.1:" + (10_000 + i));
    }

    @AfterEach
    void end() {
        busy.shutdownNow();
        interact(() -> graph.close());
        host.close();
    }

    private TableView<Row<WorkerInfo>> table() {
        return lookup("#workers-table").queryTableView();
    }

    private int first() {
        VirtualFlow<?> flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        IndexedCell<?> cell = flow.getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /** A row more or less of it is a hair's breadth of a pixel. */
    private boolean near(int row) {
        return Math.abs(first() - row) <= 1;
    }

    private void keepChanging() {
        var _ = busy.scheduleAtFixedRate(
                () -> {
                    int n = sent.incrementAndGet();
                    host.queen().worker(worker(200 + n * 7 % (MANY - 200), n));
                },
                0,
                2,
                TimeUnit.MILLISECONDS);
    }

    private void goOn(int updates) {
        int until = sent.get() + updates;
        until(() -> sent.get() >= until);
    }

    @Test
    void tenThousandRowsScrollSortFilterAndGroupWhileTheyChange() {
        until(() -> graph.fleet.workers().list().size() == MANY);
        interact(() -> graph.frame.open("workers"));
        until(() -> table().getItems().size() == MANY && first() == 0);
        keepChanging();

        interact(() -> table().getSelectionModel().clearAndSelect(5_003));
        Row<WorkerInfo> selected = table().getSelectionModel().getSelectedItem();
        until(() -> shows("#worker-detail", selected.key()));
        interact(() -> table().scrollTo(5_000));
        until(() -> near(5_000));
        goOn(1_000);
        until(() -> near(5_000));
        assertSame(selected, table().getSelectionModel().getSelectedItem(), "selection survives updates");

        for (int i = 100; i < 110; i++) {
            host.queen().gone("w-" + i);
        }
        until(() -> table().getItems().size() == MANY - 10);
        until(() -> near(4_990));
        assertSame(selected, table().getSelectionModel().getSelectedItem(), "selection survives rows that go");
        assertTrue(lookup("#worker-detail").query().isVisible());

        interact(() -> {
            TableColumn<Row<WorkerInfo>, ?> model = table().getColumns().getFirst();
            model.setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(model));
        });
        until(() -> table().getItems().getFirst().key().equals("w-9999"));
        assertSame(selected, table().getSelectionModel().getSelectedItem(), "selection survives sorting");
        goOn(500);
        assertEquals("w-9999", table().getItems().getFirst().key());

        interact(() -> lookup("#workers-filter").queryAs(TextField.class).setText("model-0500"));
        until(() -> table().getItems().size() == 10);
        assertSame(
                selected, table().getSelectionModel().getSelectedItem(), "selection survives a filter that it passes");
        interact(() -> lookup("#workers-filter").queryAs(TextField.class).setText(""));
        until(() -> table().getItems().size() == MANY - 10);

        interact(() -> lookup("#chip-idle").queryAs(ToggleButton.class).fire());
        until(() -> table().getItems().size() > 6_000 && table().getItems().size() < 7_000);
        interact(() -> {
            lookup("#chip-idle").queryAs(ToggleButton.class).fire();
            lookup("#group-by").queryAs(MenuButton.class).getItems().stream()
                    .filter(item -> "group-state".equals(item.getId()))
                    .forEach(MenuItem::fire);
        });
        until(() -> table().getItems().size() == MANY - 8);
        assertTrue(table().getItems().getFirst().key().startsWith("group:"), "two heads, and all rows");
        assertSame(selected, table().getSelectionModel().getSelectedItem(), "selection survives grouping");
        goOn(500);
        interact(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
        });
        until(() -> shows("#many-count", "9990"));
        goOn(500);
        assertTrue(shows("#many-count", "9990"), "all of them stay selected");
    }
}
