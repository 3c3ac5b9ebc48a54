package dev.rbee.service.queen.links;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.RemoteLogs;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything a queen has to do with machines she reaches over SSH, wired. Thread-safe. */
public final class Links implements RemoteLogs, AutoCloseable {
    private final LinkParts parts;
    private final NodeLinks links;
    private final NodeRoutes routes;
    private final Supplier<String> ids;

    /** @param ids new ids for workers */
    Links(LinkParts parts, JobStore jobs, AuditTrail audit, Supplier<String> ids) {
        this.parts = parts;
        this.ids = ids;
        this.links = new NodeLinks(parts);
        NodeRemoval removal = new NodeRemoval(
                parts, links, parts.gateway().keeping(), parts.gateway().workers());
        NodeTasks tasks = new NodeTasks(parts, links, removal, jobs);
        this.routes = new NodeRoutes(parts, tasks, removal, jobs, audit);
    }

    /** Begins to connect to every machine whose hive is wanted; returns at once. */
    public void start() {
        links.start();
    }

    /** Names the routes of machines. */
    public void routes(Routes all) {
        routes.add(all);
    }

    /** True for a hive that is reached over SSH. */
    public boolean linked(String hive) {
        return links.linked(hive);
    }

    /** What opens that hive: the installation's token, or its own key where it is on a linked machine. */
    public String secret(String hive) {
        return links.linked(hive) ? Keys.nodeKey(parts.token(), hive) : parts.token();
    }

    /** The control of a linked hive; empty for others. */
    public Optional<HiveControl> control(String hive) {
        return links.control(hive);
    }

    /** Who a new worker on that hive is; empty where its hive says so itself. */
    public Optional<WorkerIdentity> identity(HiveInfo hive) {
        if (!links.linked(hive.id())) {
            return Optional.empty();
        }
        String id = "w-" + ids.get();
        return Optional.of(new WorkerIdentity(id, Keys.workerKey(parts.token(), id), Keys.fingerprint(parts.token())));
    }

    @Override
    public boolean has(String hive) {
        return links.linked(hive);
    }

    @Override
    public List<String> tail(String hive, int lines) throws InterruptedException {
        return links.log(hive, lines);
    }

    /** The queen ends: jobs that are cancelled from now on take nothing back. */
    public void closing() {
        links.closing();
    }

    /** Lets go of all machines; their hives and workers run on. Blocks for some seconds at most. */
    @Override
    public void close() {
        links.close();
    }
}
