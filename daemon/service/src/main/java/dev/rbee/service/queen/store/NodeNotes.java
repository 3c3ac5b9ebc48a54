package dev.rbee.service.queen.store;

import dev.rbee.contract.nodes.Node;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the queen notes of the machines she reaches over SSH, in table {@code beehives}. Methods do nothing where there is no such node.
 * Thread-safe; every method blocks until it is on the disk.
 */
public final class NodeNotes {
    private final Database database;

    /** On an open database. */
    public NodeNotes(Database database) {
        this.database = database;
    }

    /** Somebody logged in there. */
    public void connected(String name, Instant at) {
        change("UPDATE beehives SET last_connected_unix = ? WHERE node_name = ?", at.getEpochSecond(), name);
    }

    /** What its hive is to be kept at: {@code running} or {@code stopped}. */
    public void wanted(String name, String wanted) {
        change("UPDATE beehives SET wanted = ? WHERE node_name = ?", wanted, name);
    }

    /** How it stands, and why. */
    public void status(String name, String status, @Nullable String why) {
        change("UPDATE beehives SET status = ?, message = ? WHERE node_name = ?", status, why, name);
    }

    /** The version that is in use there; null: none. */
    public void bundle(String name, @Nullable String version) {
        change("UPDATE beehives SET bundle = ? WHERE node_name = ?", version, name);
    }

    /**
     * What the probe learnt; what is null stays as it is, and {@code expectGpu} where the user has said it. That there is no GPU today
     * says nothing of tomorrow.
     *
     * @param gpu there is one that can be used
     */
    public void machine(String name, @Nullable String mac, @Nullable String broadcast, boolean gpu) {
        change(
                "UPDATE beehives SET mac = coalesce(?, mac), broadcast = coalesce(?, broadcast),"
                        + " expect_gpu = coalesce(expect_gpu, ?) WHERE node_name = ?",
                mac,
                broadcast,
                gpu ? true : null,
                name);
    }

    /** Sets the way there, and that it is declared, of a node that is there already. */
    public void declared(Node node) {
        change(
                "UPDATE beehives SET ssh_host = ?, ssh_port = ?, ssh_user = ?, ssh_key_path = ?, git_repo_url = ?,"
                        + " git_branch = ?, install_path = coalesce(?, install_path), proxy_jump = ?, mac = coalesce(?, mac),"
                        + " expect_gpu = coalesce(?, expect_gpu), mode = 'network', declared = 1,"
                        + " wanted = coalesce(wanted, 'running') WHERE node_name = ?",
                node.sshHost(),
                node.sshPort(),
                node.sshUser(),
                node.sshKeyPath(),
                node.gitRepoUrl(),
                node.gitBranch(),
                node.installPath(),
                node.proxyJump(),
                node.mac(),
                node.expectGpu(),
                node.nodeName());
    }

    /** It stands in {@code rbee.toml} no longer. */
    public void notDeclared(String name) {
        change("UPDATE beehives SET declared = 0 WHERE node_name = ?", name);
    }

    private void change(String sql, @Nullable Object... values) {
        var _ = database.write(connection -> Rows.change(connection, sql, values));
        database.valuable();
    }
}
