package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.state.AppState;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.service.settings.SettingInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.service.query.EmptyNodeQueryException;

/** The settings page in the window: rbee.toml, keys, search. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class SettingsTest extends WindowTest {
    private static final String FILE = """
            # ours
            [worker]
            slots = 4 # enough

            [[model]]
            name = "demo"
            """;

    @TempDir
    Path home;

    private SmallHost host;
    private Graph graph;

    @Override
    public void start(Stage stage) throws Exception {
        Files.writeString(home.resolve("rbee.toml"), FILE);
        host = new SmallHost(
                queen -> {
                    queen.hive(Fixtures.hive("this-machine", HiveState.ONLINE, 1));
                    queen.tokens().add("continue", TokenScope.INFERENCE, Instant.now());
                },
                List.of());
        graph = new Graph(host, SmallHost.TOKEN, home, light(), AppState.memory());
        show(graph, stage, 1100, 720);
        graph.frame.open("settings");
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        host.close();
    }

    /** A part that is not shown yet is one that is not ready. */
    private static void ready(Callable<Boolean> condition) {
        until(() -> {
            try {
                return condition.call();
            } catch (EmptyNodeQueryException e) {
                return false;
            }
        });
    }

    private String file() {
        try {
            return Files.readString(home.resolve("rbee.toml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reveal(String id) {
        interact(() -> graph.frame.reveal("settings", id));
    }

    private void type(String where, String text) {
        TextField field = lookup(where).query();
        interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
    }

    private void fire(String where) {
        ButtonBase button = lookup(where).query();
        interact(button::fire);
    }

    @Test
    void aSettingIsChangedCheckedAndReset() {
        reveal("worker.slots");
        ready(() ->
                lookup("#set-worker-slots").queryAs(TextField.class).getText().equals("4"));
        type("#set-worker-slots", "99");
        assertTrue(shows("#row-worker-slots", "from 1 to 64"));
        type(KeyCode.ENTER);
        type("#set-worker-slots", "6");
        assertFalse(shows("#row-worker-slots", "from 1 to 64") && file().contains("99"));
        type(KeyCode.ENTER);
        ready(() -> file().equals(FILE.replace("slots = 4", "slots = 6")));
        ready(() -> shows("#row-worker-slots", "Counts after a restart"));

        fire("#reset-worker-slots");
        ready(() -> file().equals(FILE.replace("slots = 4 # enough", "# enough")));
        ready(() ->
                lookup("#set-worker-slots").queryAs(TextField.class).getText().equals("2"));

        ToggleSwitch evict = lookup("#set-worker-evict").query();
        interact(() -> evict.setSelected(false));
        ready(() -> file().contains("evict = false"));
    }

    @Test
    void theFileIsReadAgainWhenSomebodyElseWritesIt() throws IOException {
        reveal("worker.slots");
        ready(() ->
                lookup("#set-worker-slots").queryAs(TextField.class).getText().equals("4"));
        Files.writeString(home.resolve("rbee.toml"), FILE.replace("slots = 4", "slots = 7"));
        ready(() ->
                lookup("#set-worker-slots").queryAs(TextField.class).getText().equals("7"));
        Files.writeString(home.resolve("rbee.toml"), FILE.replace("slots = 4", "slots = 700"));
        ready(() -> lookup("#settings-mistakes").tryQuery().isPresent());
        assertTrue(shows("#settings-mistakes", "from 1 to 64"));
    }

    @Test
    void theTextIsCheckedWhileItIsTyped() {
        reveal("text");
        ready(() -> lookup("#settings-text").queryAs(TextArea.class).getText().equals(FILE));
        TextArea area = lookup("#settings-text").query();
        Button save = lookup("#settings-text-save").query();
        interact(() -> area.setText("[worker]\nslot = 4\n"));
        assertTrue(text("#settings-text-state").contains("did you mean worker.slots"));
        assertTrue(save.isDisabled());
        interact(() -> area.setText("[worker]\nslots = 3\n"));
        assertFalse(save.isDisabled());
        interact(save::fire);
        ready(() -> file().equals("[worker]\nslots = 3\n"));
    }

    @Test
    void aModelRuleIsAddedAndTakenOut() {
        reveal("model-tables");
        ready(() -> lookup("#model-remove-0").tryQuery().isPresent());
        fire("#model-add");
        ready(() -> lookup("#field-name").tryQuery().isPresent());
        interact(() -> {
            lookup("#field-name").queryAs(TextField.class).setText("big");
            lookup("#field-slots").queryAs(TextField.class).setText("many");
        });
        assertTrue(lookup("#table-save").query().isDisabled());
        interact(() -> lookup("#field-slots").queryAs(TextField.class).setText("3"));
        fire("#table-save");
        ready(() -> file().endsWith("[[model]]\nname = \"big\"\nslots = 3\n"));
        ready(() -> lookup("#model-remove-1").tryQuery().isPresent());
        fire("#model-remove-0");
        ready(() -> !file().contains("demo"));
        assertTrue(file().contains("# ours"));
    }

    @Test
    void searchFindsEverySetting() {
        for (SettingInfo info : SettingInfo.all()) {
            interact(() -> lookup("#settings-search").queryAs(TextField.class).setText(info.key()));
            ready(() -> shows("#settings-found", info.key()));
        }
        interact(() -> lookup("#settings-search").queryAs(TextField.class).setText("no such thing"));
        ready(() -> shows("#settings-found", "Nothing found"));
        interact(() -> lookup("#settings-search").queryAs(TextField.class).setText("private sources"));
        clickOn("#settings-search").type(KeyCode.ENTER);
        ready(() -> lookup("#set-models-allowed_hosts").query().isFocused());
    }

    @Test
    void aKeyIsMadeShownOnceAndRevoked() {
        reveal("tokens");
        ready(() -> shows("#token-list", "continue"));
        type("#token-name", "webui");
        fire("#token-make");
        ready(() -> lookup("#token-shown").tryQuery().isPresent());
        assertEquals(
                "rbee_secret-of-webui",
                lookup("#token-shown").queryAs(TextField.class).getText());
        fire("#token-copy");
        interact(() -> assertEquals(
                "rbee_secret-of-webui", Clipboard.getSystemClipboard().getString()));
        ready(() -> shows("#token-list", "webui"));
        reveal("general");
        reveal("tokens");
        assertTrue(lookup("#token-shown").tryQuery().isEmpty());
        ready(() -> lookup("#revoke-continue").tryQuery().isPresent());
        fire("#revoke-continue");
        ready(() -> lookup("Revoke key").tryQuery().isPresent());
        Button sure = lookup("Revoke key").queryButton();
        interact(sure::fire);
        ready(() -> !shows("#token-list", "continue"));
        assertEquals("webui", host.queen().tokens().all().getFirst().name());
    }

    @Test
    void theShortcutsCanBeLookedUpHereToo() {
        reveal("shortcuts");
        ready(() -> shows(
                "#shortcuts",
                graph.frame.commands().stream()
                        .filter(command -> command.keys() != null)
                        .findFirst()
                        .orElseThrow()
                        .words()));
        fire("#section-shortcuts");
        assertTrue(lookup("#section-shortcuts").<ToggleButton>query().isSelected(), "it stays marked");
    }
}
