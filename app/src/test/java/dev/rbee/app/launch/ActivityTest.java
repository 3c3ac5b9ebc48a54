package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Past;
import dev.rbee.app.small.SmallQueen;
import dev.rbee.app.small.SmallWorker;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.workers.WorkerState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of activity, on a small queen over real HTTP. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ActivityTest extends WindowTest {
    private static final int REQUESTS = 260;

    @TempDir
    Path home;

    private SmallWorker worker;
    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) {
        worker = new SmallWorker("w-1", "demo", SmallHost.TOKEN);
        host = new SmallHost(this::prepare, List.of(worker.registry()));
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 980, 700);
    }

    private void prepare(SmallQueen queen) {
        queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
        queen.worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, worker.url()));
        Past.requests(queen.activity(), Instant.now(), REQUESTS);
        Past.audit(queen.activity(), Instant.now());
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
        worker.close();
    }

    @Test
    void requestsArePagedFilteredToldAndSaved() throws Exception {
        reveal("requests");
        until(() -> requests().getItems().size() == 100);
        interact(() -> requests().scrollTo(99));
        until(() -> requests().getItems().size() == 200);
        interact(() -> requests().scrollTo(199));
        until(() -> requests().getItems().size() == REQUESTS);

        // somebody reads below: nothing moves, what is new is counted
        RequestEntry top = requests().getItems().getFirst();
        host.queen().activity().request(Past.request(1, Instant.now()));
        until(() -> lookup("#requests-new").query().isVisible()
                && text("#requests-new").equals("1 new"));
        assertEquals(top, requests().getItems().getFirst());
        clickOn("#requests-new");
        until(() -> requests().getItems().size() == REQUESTS + 1);
        // at the top they come by themselves
        host.queen().activity().request(Past.request(2, Instant.now()));
        until(() -> requests().getItems().size() == REQUESTS + 2);

        choose("#chip-requests-outcome", "failed");
        until(() -> !requests().getItems().isEmpty()
                && requests().getItems().stream().allMatch(row -> row.outcome().equals("error")));
        interact(() -> requests().getSelectionModel().select(0));
        until(() -> shows("#request-story", "No worker took it"));
        clickOn("#requests-clear");
        until(() -> requests().getItems().size() == 100);
        int told = find(row -> "w-1".equals(row.workerId()) && row.outcome().equals("ok"));
        interact(() -> requests().getSelectionModel().select(told));
        until(() -> shows("#request-story", "First token") && shows("#request-story", "Placed on w-1"));

        Path file = home.resolve("all.csv");
        interact(() -> graph.saves((title, name) -> Optional.of(file)));
        choose("#export-requests", "As CSV, for a spreadsheet");
        until(() -> Files.exists(file));
        assertEquals(1 + REQUESTS + 2, Files.readAllLines(file).size());

        clickOn("Go to the worker");
        until(() -> graph.frame.at("workers"));
    }

    @Test
    void whatHasNotEndedStandsOnTopGoesOnAndIsStopped() {
        Instant at = Instant.now();
        host.queen().activity().live(Past.live("r-wait", "demo", 1, at, 900), Past.live("r-run", "demo", 0, at, 2200));
        reveal("requests");
        until(() -> requests().getItems().size() == 102);
        assertEquals("r-wait", requests().getItems().get(0).requestId());
        interact(() -> requests().getSelectionModel().select(1));
        until(() -> shows("#request-story", "Being answered: 100 tokens so far"));
        Node stop = lookup("#request-stop").query();
        interact(stop::requestFocus);

        // it goes on: the row and its story follow, the button stays the same one
        host.queen().activity().live(Past.live("r-wait", "demo", 1, at, 1900), Past.live("r-run", "demo", 0, at, 4000));
        until(() -> shows("#request-story", "Being answered: 200 tokens so far"));
        assertSame(stop, lookup("#request-stop").query());
        assertTrue(stop.isFocused());
        assertEquals(1, requests().getSelectionModel().getSelectedIndex());

        // its turn has come: the waiting one runs, one more waits
        host.queen()
                .activity()
                .live(
                        Past.live("r-new", "demo", 2, at, 100),
                        Past.live("r-wait", "demo", 1, at, 2900),
                        Past.live("r-run", "demo", 0, at, 4000));
        until(() -> requests().getItems().size() == 103);
        assertEquals("r-run", requests().getSelectionModel().getSelectedItem().requestId());

        clickOn("#request-stop");
        until(() -> requests().getItems().stream()
                .anyMatch(
                        row -> row.requestId().equals("r-run") && row.outcome().equals("cancelled")));
        until(() -> shows("#request-story", "The caller left"));
        assertEquals(2, requests().getSelectionModel().getSelectedIndex());
        assertEquals(0, lookup("#request-stop").queryAll().size());
        interact(() -> requests().getSelectionModel().select(0));
        until(() -> shows("#request-story", "Waits for a free slot, place 2 in line"));

        // somebody reads below: nothing moves
        interact(() -> requests().scrollTo(99));
        until(() -> requests().getItems().size() > 103);
        int rows = requests().getItems().size();
        host.queen().activity().live();
        host.queen().activity().request(Past.request(1, Instant.now()));
        until(() -> lookup("#requests-new").query().isVisible()
                && text("#requests-new").equals("1 new"));
        assertEquals(rows, requests().getItems().size());
        clickOn("#requests-new");
        until(() ->
                requests().getItems().stream().noneMatch(row -> row.outcome().equals("waiting")));
    }

    @Test
    void theAuditTrailIsToldAndSearched() throws Exception {
        reveal("audit");
        until(() -> audit().getItems().size() == 40);
        clickOn("#audit-words").write("in use nothing like this");
        until(() -> audit().getItems().isEmpty() && shows("#audit-table", "Nothing matches"));
        clickOn("#audit-clear");
        until(() -> audit().getItems().size() == 40);
        choose("#chip-audit-outcome", "model_in_use");
        until(() -> !audit().getItems().isEmpty() && audit().getItems().size() < 40);
        interact(() -> audit().getSelectionModel().select(0));
        until(() -> shows("#audit-detail", "refused") && shows("#audit-detail", "model_in_use"));
        Path file = home.resolve("audit.json");
        interact(() -> graph.saves((title, name) -> Optional.of(file)));
        choose("#export-audit", "As JSON");
        until(() -> Files.exists(file));
        String json = Files.readString(file);
        assertTrue(json.startsWith("[") && json.contains("\"outcome\":\"model_in_use\""), json);
    }

    @Test
    void allLogsAreOneViewThatFollowsAndFilters() throws Exception {
        Path log = Files.createDirectories(home.resolve("logs")).resolve("rbee.log");
        Files.writeString(log, "2026-03-01T13:00:00.250+01:00 ERROR [main] d.r.s.queen.X cannot go on \n");
        reveal("logs");
        until(() -> journal().getItems().size() == 41 + 12);
        assertTrue(journal().getItems().getFirst().toString().contains("cannot go on"), "the oldest is on top");
        Files.writeString(log, "2026-03-01T13:00:09.250+01:00 WARN  [main] a word\n", StandardOpenOption.APPEND);
        until(() -> journal().getItems().size() == 42 + 12);
        choose("#journal-level", "Errors only");
        until(() -> journal().getItems().size() == 1);
        choose("#journal-level", "All levels");

        clickOn("#journal-pause");
        Files.writeString(log, "2026-03-01T13:00:10.250+01:00 WARN  [main] kept aside\n", StandardOpenOption.APPEND);
        until(() -> text("#journal-pause").equals("Resume (1 new)"));
        assertEquals(42 + 12, journal().getItems().size());
        clickOn("#journal-pause");
        until(() -> journal().getItems().size() == 43 + 12);

        reveal("worker:w-1");
        until(() -> journal().getItems().size() == 40);
        clickOn("#journal-words").write("line=7");
        until(() -> journal().getItems().size() == 1);
        Path file = home.resolve("some.log");
        interact(() -> graph.saves((title, name) -> Optional.of(file)));
        clickOn("#journal-save");
        until(() -> Files.exists(file) && !Files.readString(file).isEmpty());
        assertTrue(Files.readString(file).contains("worker:w-1 INFO worker=w-1 line=7"));
        interact(() -> graph.frame.open("home"));
        until(() -> host.queen().calls().contains("log left"));
    }

    @Test
    void whatIsKnownStaysWhileTheQueenIsAway() {
        host.queen().activity().did(new AuditEntry(99, Instant.now(), "admin", "hive.stop", "x", "ok", null));
        reveal("audit");
        until(() -> audit().getItems().size() == 41);
        interact(() -> graph.control.stop());
        until(() -> !graph.fleet.view().get().connected());
        assertEquals(41, audit().getItems().size(), "what is known stays");
        reveal("requests");
        until(() -> requests().getStyleClass().contains("away"));
        interact(() -> graph.control.start());
        until(() -> requests().getItems().size() == 100
                && !requests().getStyleClass().contains("away"));
    }

    private void reveal(String what) {
        until(() -> graph.fleet.view().get().workers().size() == 1);
        interact(() -> graph.frame.reveal("activity", what));
    }

    private void choose(String menu, String item) {
        until(() -> items(menu).stream().anyMatch(each -> matches(each, item)));
        interact(() -> items(menu).stream()
                .filter(each -> matches(each, item))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private List<MenuItem> items(String menu) {
        return ((MenuButton) lookup(menu).query()).getItems();
    }

    private static boolean matches(MenuItem item, String words) {
        return item.getText() != null && item.getText().startsWith(words);
    }

    private int find(java.util.function.Predicate<RequestEntry> wanted) {
        for (int i = 0; i < requests().getItems().size(); i++) {
            if (wanted.test(requests().getItems().get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such request");
    }

    private TableView<RequestEntry> requests() {
        return lookup("#requests-table").<TableView<RequestEntry>>query();
    }

    private TableView<AuditEntry> audit() {
        return lookup("#audit-table").<TableView<AuditEntry>>query();
    }

    private ListView<?> journal() {
        return lookup("#journal").queryListView();
    }
}
