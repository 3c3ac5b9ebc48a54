package dev.rbee.service.queen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code beehives}: the machines that were added (seed 002) and the hives that registered (seed 004); one row can
 * be both. A row without {@code ssh_user} is a hive that came by itself. Thread-safe; every method blocks on the disk,
 * writes until they are on it. Column {@code last_seen} follows the heartbeats of a hive 30 s behind at most while it does
 * not change otherwise ({@code queen.hives.HiveKeeping} decides when); the last one is written when the queen ends.
 */
public final class Nodes {
    private static final String COLUMNS =
            "node_name, ssh_host, ssh_port, ssh_user, ssh_key_path, git_repo_url, git_branch,"
                    + " install_path, last_connected_unix, status, mode, hostname, port, capabilities, last_seen, proxy_jump, mac,"
                    + " broadcast, expect_gpu, wanted, bundle, message, declared";

    private final Database database;

    /** On an open database. */
    public Nodes(Database database) {
        this.database = database;
    }

    /** Adds a machine. Throws {@link ProblemException} {@code already_exists}. */
    public void add(Node node) {
        boolean added = database.write(connection -> Rows.change(
                        connection,
                        "INSERT INTO beehives (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                                + " ON CONFLICT (node_name) DO NOTHING",
                        node.nodeName(),
                        node.sshHost(),
                        node.sshPort(),
                        node.sshUser(),
                        node.sshKeyPath(),
                        node.gitRepoUrl(),
                        node.gitBranch(),
                        node.installPath(),
                        node.lastConnectedUnix(),
                        node.status(),
                        node.mode() == null ? HiveMode.NETWORK.wire() : node.mode(),
                        node.hostname(),
                        node.port() == null ? 7835 : node.port(),
                        node.capabilities() == null ? null : node.capabilities().toString(),
                        node.lastSeen(),
                        node.proxyJump(),
                        node.mac(),
                        node.broadcast(),
                        node.expectGpu(),
                        node.wanted(),
                        node.bundle(),
                        node.message(),
                        node.declared())
                == 1);
        if (!added) {
            throw ProblemException.of(
                    ProblemCode.ALREADY_EXISTS,
                    "There is a node \"" + node.nodeName() + "\" already.",
                    "Give this one another name, or remove that one.");
        }
        database.valuable();
    }

    /** One row. */
    public Optional<Node> get(String name) {
        return database.read(connection ->
                Rows.all(connection, "SELECT " + COLUMNS + " FROM beehives WHERE node_name = ?", Nodes::node, name)
                        .stream()
                        .findFirst());
    }

    /** The machines that were added, by name. */
    public List<Node> list() {
        return database.read(connection -> Rows.all(
                connection,
                "SELECT " + COLUMNS + " FROM beehives WHERE ssh_user <> '' ORDER BY node_name",
                Nodes::node));
    }

    /** Every hive that is known, by name. */
    public List<Node> all() {
        return database.read(connection ->
                Rows.all(connection, "SELECT " + COLUMNS + " FROM beehives ORDER BY node_name", Nodes::node));
    }

    /** False where there was none. */
    public boolean remove(String name) {
        boolean removed = database.write(
                connection -> Rows.change(connection, "DELETE FROM beehives WHERE node_name = ?", name) == 1);
        if (removed) {
            database.valuable();
        }
        return removed;
    }

    /** Sets the status, and when it was connected where that is given; false where there is no such node. */
    public boolean updateStatus(String name, String status, @Nullable Instant connected) {
        return database.write(connection -> Rows.change(
                        connection,
                        "UPDATE beehives SET status = ?, last_connected_unix = coalesce(?, last_connected_unix)"
                                + " WHERE node_name = ?",
                        status,
                        connected == null ? null : connected.getEpochSecond(),
                        name)
                == 1);
    }

    /** Writes down where a hive that registered is, what it can do and how it stands, {@code why}; makes its row where there is none. */
    public void saveHive(
            String name,
            String hostname,
            int port,
            HiveMode mode,
            @Nullable Capabilities capabilities,
            String status,
            @Nullable String why,
            Instant seen) {
        String json = capabilities == null ? null : Json.write(capabilities);
        var _ = database.write(connection -> Rows.change(
                        connection,
                        "INSERT INTO beehives (node_name, ssh_host, ssh_user, hostname, port, mode, capabilities,"
                                + " status, last_seen, message) VALUES (?1, ?2, '', ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                + " ON CONFLICT (node_name) DO UPDATE SET hostname = ?2, port = ?3, mode = ?4,"
                                + " capabilities = coalesce(?5, capabilities), status = ?6, last_seen = ?7, message = ?8",
                        name,
                        hostname,
                        port,
                        mode.wire(),
                        json,
                        status,
                        seen,
                        why)
                == 1);
        database.valuable();
    }

    /** Writes down that a hive came or went. */
    public void hiveStatus(String name, String status, @Nullable Instant seen) {
        var _ = database.write(connection -> Rows.change(
                        connection,
                        "UPDATE beehives SET status = ?, last_seen = coalesce(?, last_seen) WHERE node_name = ?",
                        status,
                        seen,
                        name)
                == 1);
    }

    /** Writes down when hives were last seen, all in one transaction. No backup follows for that alone. */
    public void seen(Map<String, Instant> beats) {
        var _ = database.write(connection -> {
            int rows = 0;
            for (var beat : beats.entrySet()) {
                rows += Rows.change(
                        connection,
                        "UPDATE beehives SET last_seen = ? WHERE node_name = ?",
                        beat.getValue(),
                        beat.getKey());
            }
            return rows;
        });
    }

    /** Says whether models should run on a GPU there; null: if it has one. */
    public void expectGpu(String name, @Nullable Boolean gpu) {
        var _ = database.write(connection ->
                Rows.change(connection, "UPDATE beehives SET expect_gpu = ? WHERE node_name = ?", gpu, name) == 1);
    }

    /** A GPU was seen there: it is expected from now on where nobody has said anything else. */
    public void gpuSeen(String name) {
        var _ = database.write(connection -> Rows.change(
                        connection,
                        "UPDATE beehives SET expect_gpu = 1 WHERE node_name = ? AND expect_gpu IS NULL",
                        name)
                == 1);
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                Rows.sure(row, "node_name"),
                Rows.sure(row, "ssh_host"),
                row.getInt("ssh_port"),
                Rows.sure(row, "ssh_user"),
                Rows.text(row, "ssh_key_path"),
                Rows.text(row, "git_repo_url"),
                Rows.text(row, "git_branch"),
                Rows.text(row, "install_path"),
                Rows.number(row, "last_connected_unix"),
                Rows.sure(row, "status"),
                Rows.text(row, "mode"),
                Rows.text(row, "hostname"),
                Rows.whole(row, "port"),
                tree(Rows.text(row, "capabilities")),
                Rows.time(row, "last_seen"),
                Rows.text(row, "proxy_jump"),
                Rows.text(row, "mac"),
                Rows.text(row, "broadcast"),
                truth(row, "expect_gpu"),
                Rows.text(row, "wanted"),
                Rows.text(row, "bundle"),
                Rows.text(row, "message"),
                truth(row, "declared"));
    }

    private static @Nullable Boolean truth(ResultSet row, String column) throws SQLException {
        Integer value = Rows.whole(row, column);
        return value == null ? null : value != 0;
    }

    private static @Nullable JsonNode tree(@Nullable String json) throws SQLException {
        try {
            return json == null ? null : Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("column capabilities holds no JSON", e);
        }
    }
}
