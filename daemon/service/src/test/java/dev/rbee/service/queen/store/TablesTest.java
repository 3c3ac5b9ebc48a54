package dev.rbee.service.queen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.service.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path dir;

    private Home home;
    private Database database;

    @BeforeEach
    void open() {
        home = Home.at(dir).create();
        database = Database.open(home, () -> NOW, System::nanoTime);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fileIsTheOwnersOnlyAndDurable() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.database())));
        assertEquals("wal", database.write(c -> Sqlite.one(c, "PRAGMA journal_mode")));
        assertEquals("2", database.write(c -> Sqlite.one(c, "PRAGMA synchronous")));
        assertEquals("1", database.write(c -> Sqlite.one(c, "PRAGMA foreign_keys")));
        assertEquals("0", database.write(c -> Sqlite.one(c, "PRAGMA trusted_schema")));
        assertEquals("5000", database.write(c -> Sqlite.one(c, "PRAGMA busy_timeout")));
        assertNull(database.notice());
    }

    @Test
    void nodesAreAddedListedUpdatedRemoved() {
        Nodes nodes = new Nodes(database);
        assertEquals(List.of(), nodes.list());
        nodes.add(node("mac"));
        assertEquals(node("mac"), nodes.get("mac").orElseThrow());
        assertEquals(
                ProblemCode.ALREADY_EXISTS,
                assertThrows(ProblemException.class, () -> nodes.add(node("mac")))
                        .problem()
                        .code());
        assertTrue(nodes.updateStatus("mac", "online", NOW));
        assertFalse(nodes.updateStatus("pc", "online", NOW));
        Node seen = nodes.list().getFirst();
        assertEquals("online", seen.status());
        assertEquals(NOW.getEpochSecond(), seen.lastConnectedUnix());
        assertTrue(nodes.remove("mac"));
        assertFalse(nodes.remove("mac"));
        assertEquals(Optional.empty(), nodes.get("mac"));
    }

    @Test
    void eitherDocumentsQueriesWork() {
        Nodes nodes = new Nodes(database);
        nodes.add(node("mac"));
        nodes.saveHive("here", "127.0.0.1", 7835, HiveMode.LOCAL, null, "online", null, NOW);
        nodes.saveHive("mac", "mac.lan", 7836, HiveMode.NETWORK, null, "online", null, NOW);
        nodes.hiveStatus("here", "offline", null);
        List<String> hives = database.read(c -> Rows.all(
                c,
                "SELECT id, hostname, port, mode, ssh_key_path, capabilities, last_seen, status FROM hives ORDER BY id",
                row -> row.getString("id") + " " + row.getString("hostname") + " " + row.getInt("port") + " "
                        + row.getString("mode") + " " + row.getString("status")));
        assertEquals(List.of("here 127.0.0.1 7835 local offline", "mac mac.lan 7836 network online"), hives);
        assertEquals(List.of("mac"), nodes.list().stream().map(Node::nodeName).toList());
        assertEquals("vince", nodes.get("mac").orElseThrow().sshUser());
        assertEquals(2, nodes.all().size());
    }

    @Test
    void tokensAreKeptByTheirHash() {
        TokenTable tokens = new TokenTable(database);
        StoredToken token =
                new StoredToken(new TokenInfo("t1", "editor", TokenScope.INFERENCE, NOW, null), "ab".repeat(32));
        tokens.add(token);
        assertEquals(List.of(token), tokens.all());
        assertThrows(ProblemException.class, () -> tokens.add(token));
        tokens.used(Map.of("t1", NOW));
        database.write(c -> true);
        assertEquals(NOW, tokens.all().getFirst().info().lastUsedAt());
        assertTrue(tokens.remove("t1"));
        assertFalse(tokens.remove("t1"));
    }

    @Test
    void requestsAreFilteredPagedAndBounded() {
        RequestTable requests = new RequestTable(database);
        for (int i = 1; i <= 10; i++) {
            requests.ended(request("r" + i, i % 2 == 0 ? "demo" : "other"));
        }
        database.write(c -> true);
        RequestPage first = requests.page("demo", null, 3, null);
        assertEquals(List.of("r10", "r8", "r6"), ids(first));
        RequestPage second = requests.page("demo", null, 3, first.nextBefore());
        assertEquals(List.of("r4", "r2"), ids(second));
        assertNull(second.nextBefore());
        assertEquals(List.of(), ids(requests.page(null, "w2", 3, null)));
        assertEquals(request("r10", "demo").withN(10), first.requests().getFirst());

        database.write(c -> Rows.change(c, "UPDATE sqlite_sequence SET seq = 20999 WHERE name = 'requests'"));
        requests.ended(request("late", "demo"));
        for (int i = 0; i < 400; i++) {
            requests.ended(request("late" + i, "demo"));
        }
        database.write(c -> true);
        assertFalse(ids(requests.page("demo", null, 1000, null)).contains("r10"));
        assertEquals(0, requests.dropped());
    }

    @Test
    void auditIsNewestFirst() {
        AuditTable audit = new AuditTable(database);
        for (int i = 1; i <= 3; i++) {
            audit.add(new AuditEntry(0, NOW, "admin", "hive.stop", "h" + i, "ok", null));
        }
        assertEquals(
                List.of("h3", "h2"),
                audit.page(2, null).entries().stream().map(AuditEntry::target).toList());
        assertEquals(
                List.of("h1"),
                audit.page(2, audit.page(2, null).nextBefore()).entries().stream()
                        .map(AuditEntry::target)
                        .toList());
    }

    @Test
    void failedWriteUndoesNothingOfItsNeighbours() {
        Nodes nodes = new Nodes(database);
        var neighbour = Thread.ofVirtual().start(() -> nodes.add(node("a")));
        assertThrows(
                ProblemException.class,
                () -> database.write(c -> Rows.change(c, "INSERT INTO beehives (node_name) VALUES ('b')")));
        nodes.add(node("c"));
        org.awaitility.Awaitility.await().until(() -> !neighbour.isAlive());
        assertEquals(
                List.of("a", "c"), nodes.list().stream().map(Node::nodeName).toList());
    }

    private static List<String> ids(RequestPage page) {
        return page.requests().stream().map(RequestEntry::requestId).toList();
    }

    static Node node(String name) {
        return new Node(
                name,
                name + ".lan",
                22,
                "vince",
                "~/.ssh/id_ed25519",
                null,
                null,
                "~/rbee",
                null,
                "unknown",
                "network",
                null,
                7835,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RequestEntry request(String id, String model) {
        return new RequestEntry(
                0, id, NOW, "chat", model, "w1", "h1", "admin", "ok", null, "free slot", true, 1, 0L, 12L, 100L, 5, 7);
    }
}
