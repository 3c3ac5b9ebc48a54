package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.state.AppState;
import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.service.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Home and activity on a real registry, queen, hive and worker with the demo model. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ActivityIT extends WindowTest {
    private static final Map<String, String> FREE_PORTS =
            Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0");

    private FleetHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("rbee-activity-it");
        host = new FleetHost(Home.at(folder), FREE_PORTS, () -> {});
        graph = new Graph(host, host.token(), folder, light(), AppState.memory());
        show(graph, stage, 980, 700);
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    @Test
    void whatWasAskedIsToldFromItsArrivalToItsEnd() {
        until(() -> lookup("#home-start-demo")
                .tryQuery()
                .map(button -> !button.isDisabled())
                .orElse(false));
        clickOn("#home-start-demo");
        until(() ->
                graph.fleet.workers().list().stream().anyMatch(row -> row.now().slotsAvailable() > 0));
        until(() -> lookup("A model was started").query().isVisible());
        until(() -> lookup("#figure-workers").query().getAccessibleText().startsWith("Workers ready: 1 "));

        interact(() -> graph.frame.open("chat"));
        until(() -> !lookup("#composer").query().isDisabled());
        clickOn("#composer").write("What is a hive?");
        type(KeyCode.ENTER);

        interact(() -> graph.frame.reveal("activity", "requests"));
        until(() -> requests().getItems().size() == 1
                && requests().getItems().getFirst().outcome().equals("ok"));
        RequestEntry entry = requests().getItems().getFirst();
        assertEquals("demo", entry.model());
        assertEquals("ok", entry.outcome());
        interact(() -> requests().getSelectionModel().select(0));
        until(() -> shows("#request-story", "First token") && shows("#request-story", "Placed on "));

        interact(() -> graph.frame.reveal("activity", "audit"));
        until(() -> audit().getItems().stream().anyMatch(each -> each.action().contains("spawn")));
        interact(() -> graph.frame.reveal("activity", "worker:" + entry.workerId()));
        until(() -> !lookup("#journal").queryListView().getItems().isEmpty());
        interact(() -> graph.frame.open("home"));
        until(() -> lookup("#home-chart-speed").query().getAccessibleText().contains("at most")
                && !lookup("#home-chart-speed").query().getAccessibleText().endsWith("at most 0 tok/s"));
        assertTrue(shows("#home-memory", "this-machine") || shows("#home-memory", "Main memory"));
    }

    private TableView<RequestEntry> requests() {
        return lookup("#requests-table").<TableView<RequestEntry>>query();
    }

    private TableView<AuditEntry> audit() {
        return lookup("#audit-table").<TableView<AuditEntry>>query();
    }
}
