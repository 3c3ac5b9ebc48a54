package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.Link;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.state.AppState;
import dev.rbee.app.theme.Look;
import dev.rbee.app.theme.Theme;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.service.home.Home;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Another installation, real queen and hive, behind a real SSH server, and with a key for chats at its address; all in the window. */
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ConnectIT extends WindowTest {
    private static final Map<String, String> FREE_PORTS =
            Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0");

    private final Path folder;
    private final Sshd sshd;
    private final FleetHost there;
    private final String queen;
    private Path home;
    private SmallHost here;
    private Graph graph;

    /** What takes long is there before the window is made. */
    ConnectIT() throws Exception {
        folder = Files.createTempDirectory("rbee-connect");
        sshd = Sshd.start(folder.resolve("machine"));
        Path installation = sshd.home().resolve(".rbee");
        there = new FleetHost(Home.at(installation), FREE_PORTS, () -> {});
        queen = there.start().url();
        belongsToUser(installation);
    }

    @Override
    public void start(Stage stage) throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        here = new SmallHost(
                small -> small.hive(Fixtures.hive("desk", HiveState.ONLINE, 0)), List.of("http://127.0.0.1:1"));
        Look look = new Look();
        look.choose(Theme.DARK);
        graph = new Graph(here, SmallHost.TOKEN, home, look, AppState.memory());
        show(graph, stage, 980, 700);
    }

    private void belongsToUser(Path folder) throws Exception {
        UserPrincipal user = Files.getOwner(sshd.home());
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, user);
            }
        }
    }

    @AfterEach
    void end() {
        interact(() -> graph.close());
        here.close();
        there.close();
        sshd.close();
    }

    private static void soon(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(3, TimeUnit.MINUTES)
                .until(() -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void press(String id) {
        soon(() -> lookup(id).tryQuery().isPresent() && !lookup(id).query().isDisabled());
        interact(() -> lookup(id).<ButtonBase>queryAs(ButtonBase.class).fire());
    }

    private void fill(String id, String text) {
        interact(() ->
                lookup(id).<TextInputControl>queryAs(TextInputControl.class).setText(text));
    }

    private boolean connected() {
        return graph.fleet.view().get().connected();
    }

    private boolean hiveOnline() {
        return connected()
                && graph.fleet.hives().list().stream()
                        .anyMatch(row -> row.now().online() && !row.key().equals("desk"));
    }

    @Test
    void behindALoginWithItsTrustItsBreaksAndItsEnd() throws Exception {
        soon(() -> connected() && graph.fleet.hives().get("desk") != null);
        interact(() -> graph.connection.other());
        press("#connect-by-login");
        fill("#enroll-host-text", sshd.user() + "@127.0.0.1");
        fill("#connect-port", Integer.toString(sshd.port()));
        press("#login-key");
        fill("#enroll-key", sshd.key().toString());
        press("#connect-go");
        soon(() -> text("#connect-fingerprint").equals(sshd.fingerprint()));
        assertTrue(graph.fleet.hives().get("desk") != null, "nothing has changed before it is trusted");
        press("#connect-go");
        soon(this::hiveOnline);
        assertEquals(null, graph.fleet.hives().get("desk"));
        assertTrue(lookup("#connection-bar").query().isVisible());
        String kept = Files.readString(home.resolve("connections.json"));
        assertFalse(kept.contains(there.token()), "her token is read anew each time");
        assertTrue(Files.readString(home.resolve("known_hosts")).contains("127.0.0.1"));

        int tunnel = URI.create(((Link.Connected) graph.fleet.view().get().link()).url())
                .getPort();
        assertTrue(listens(tunnel));

        sshd.cutConnections();
        soon(() -> graph.fleet.view().get().link() instanceof Link.Away);
        soon(this::hiveOnline);

        there.stopQueen();
        soon(() -> graph.fleet.view().get().link() instanceof Link.Away);
        soon(() -> graph.fleet.view().get().registry());
        assertFalse(graph.fleet.hives().list().isEmpty(), "her registry is asked through the login");

        press("#connection-back");
        soon(() -> connected() && graph.fleet.hives().get("desk") != null);
        soon(() -> !listens(tunnel));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aKeyForChatsShowsWhatItMaySee() throws Exception {
        soon(this::connected);
        CreatedToken key;
        try (Http http = new Http()) {
            Remote admin = new Remote(queen, () -> Credential.admin(there.token()), http);
            key = admin.post("/v1/tokens", new NewToken("guest", TokenScope.INFERENCE), CreatedToken.class);
        }
        interact(() -> graph.connection.other());
        press("#connect-by-address");
        fill("#connect-url", queen);
        fill("#connect-key", key.token());
        press("#connect-go");
        soon(() -> text("#connection-more").contains("may chat"));
        soon(() -> connected() && graph.fleet.workers().get("demo") != null);
        assertTrue(graph.fleet.hives().list().isEmpty());
        interact(() -> graph.frame.open("chat"));
        soon(() -> lookup("#target-picker").tryQuery().isPresent());
        press("#connection-back");
        soon(() -> connected() && graph.fleet.hives().get("desk") != null);
    }
}
