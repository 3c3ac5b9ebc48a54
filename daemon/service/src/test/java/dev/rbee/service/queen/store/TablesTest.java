package dev.rbee.service.queen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.requests.Facet;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.service.home.Home;
import dev.rbee.service.sqlite.Sqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        RequestPage first = requests.page(DEMO, Span.newest(3));
        assertEquals(List.of("r10", "r8", "r6"), ids(first));
        RequestPage second = requests.page(DEMO, Span.before(3, first.nextBefore()));
        assertEquals(List.of("r4", "r2"), ids(second));
        assertNull(second.nextBefore());
        assertEquals(List.of(), ids(requests.page(with("w2", null, null, null), Span.newest(3))));
        assertEquals(request("r10", "demo").withN(10), first.requests().getFirst());

        database.write(c -> Rows.change(c, "UPDATE sqlite_sequence SET seq = 20999 WHERE name = 'requests'"));
        requests.ended(request("late", "demo"));
        for (int i = 0; i < 400; i++) {
            requests.ended(request("late" + i, "demo"));
        }
        database.write(c -> true);
        assertFalse(ids(requests.page(DEMO, Span.newest(1000))).contains("r10"));
        assertEquals(0, requests.dropped());
    }

    @Test
    void requestsAreFoundByWhatTheyHave() {
        RequestTable requests = new RequestTable(database);
        RequestEntry plain = request("chat-1", "demo");
        requests.ended(plain);
        requests.ended(new RequestEntry(
                0,
                "chat-2",
                NOW.plusSeconds(60),
                "infer",
                "Qwen3-8B",
                "w2",
                "gpu-1",
                "editor",
                "error",
                "worker_lost",
                "100 % BEST",
                true,
                2,
                3L,
                null,
                90L,
                null,
                null));
        database.write(c -> true);
        assertEquals(List.of("chat-2", "chat-1"), ids(requests.page(RequestFilter.ALL, Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(with("w2", null, null, null), Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(with(null, "error", null, null), Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(with(null, null, "qwen3", null), Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(with(null, null, "% best", null), Span.newest(9))));
        assertEquals(List.of(), ids(requests.page(with(null, null, "_", NOW.plusSeconds(61)), Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(with(null, null, null, NOW.plusSeconds(1)), Span.newest(9))));
        assertEquals(List.of("chat-2"), ids(requests.page(RequestFilter.ALL, new Span(9, null, 1L))));

        Facets facets = requests.facets();
        assertEquals(2, facets.total());
        assertEquals(
                List.of(new Facet("error", 1), new Facet("ok", 1)), facets.by().get("outcome"));
        assertEquals(
                List.of(new Facet("gpu-1", 1), new Facet("h1", 1)), facets.by().get("hive"));
        assertEquals(6, facets.by().size());
    }

    @Test
    void auditIsFoundByWhatItHas() {
        AuditTable audit = new AuditTable(database);
        audit.add(new AuditEntry(0, NOW, "admin", "hive.stop", "gpu-1", "ok", null));
        audit.add(new AuditEntry(0, NOW.plusSeconds(5), "editor", "token.new", "x", "forbidden_scope", "Not allowed"));
        assertEquals(List.of(2L), numbers(audit, new AuditFilter("editor", null, null, null, null)));
        assertEquals(List.of(1L), numbers(audit, new AuditFilter(null, "hive.stop", null, null, null)));
        assertEquals(List.of(2L), numbers(audit, new AuditFilter(null, null, "error", null, null)));
        assertEquals(List.of(1L), numbers(audit, new AuditFilter(null, null, "ok", null, null)));
        assertEquals(List.of(2L), numbers(audit, new AuditFilter(null, null, null, "ALLOWED", null)));
        assertEquals(List.of(2L), numbers(audit, new AuditFilter(null, null, null, null, NOW.plusSeconds(1))));
        assertEquals(
                List.of(new Facet("admin", 1), new Facet("editor", 1)),
                audit.facets().by().get("actor"));
    }

    private static List<Long> numbers(AuditTable audit, AuditFilter filter) {
        return audit.page(filter, Span.newest(9)).entries().stream()
                .map(AuditEntry::n)
                .toList();
    }

    private static final RequestFilter DEMO = new RequestFilter("demo", null, null, null, null, null, null, null);

    private static RequestFilter with(
            @Nullable String worker, @Nullable String outcome, @Nullable String text, @Nullable Instant since) {
        return new RequestFilter(null, worker, null, null, outcome, null, text, since);
    }

    @Test
    void auditIsNewestFirst() {
        AuditTable audit = new AuditTable(database);
        for (int i = 1; i <= 3; i++) {
            audit.add(new AuditEntry(0, NOW, "admin", "hive.stop", "h" + i, "ok", null));
        }
        AuditPage page = audit.page(AuditFilter.ALL, Span.newest(2));
        assertEquals(
                List.of("h3", "h2"),
                page.entries().stream().map(AuditEntry::target).toList());
        assertEquals(
                List.of("h1"),
                audit.page(AuditFilter.ALL, Span.before(2, page.nextBefore())).entries().stream()
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
