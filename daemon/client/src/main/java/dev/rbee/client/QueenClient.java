package dev.rbee.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.audit.AuditPage;
import dev.rbee.contract.events.StatsHistory;
import dev.rbee.contract.hives.ExpectGpu;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.requests.Facets;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.RegisteredWorker;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.UpdateWorker;
import dev.rbee.contract.workers.WorkerHeartbeat;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the queen; failures as {@link Remote} says. Streams are {@link EventStream}'s, {@link JobStream}'s and {@link ChatStream}'s.
 *
 * @param remote the queen
 */
public record QueenClient(Remote remote) {
    /** Path of the fleet's events. */
    public static final String EVENTS = "/v1/events";

    /** Path of the queen's own log as events, for {@link EventStream}. */
    public static final String LOGS = "/v1/queen/logs";

    /** All hives. */
    public List<HiveInfo> hives() {
        return remote.list("/v1/hives/list", HiveInfo.class);
    }

    /** One hive. */
    public HiveInfo hive(String id) {
        return remote.get("/v1/hives/" + Remote.segment(id), HiveInfo.class);
    }

    /** A job: {@code start}, {@code stop}, {@code drain}, {@code resume}, {@code restart}, {@code upgrade} or {@code wake}. */
    public JobAccepted hiveAction(String id, String action) {
        return remote.post("/v1/hives/" + Remote.segment(id) + "/" + action, null, JobAccepted.class);
    }

    /** Says whether models should run on a GPU there. */
    public HiveInfo expectGpu(String id, ExpectGpu what) {
        return remote.post("/v1/hives/" + Remote.segment(id) + "/expect", what, HiveInfo.class);
    }

    /** A hive makes itself known. */
    public RegisteredHive registerHive(RegisterHive request) {
        return remote.post("/v1/hives/register", request, RegisteredHive.class);
    }

    /** A hive is alive. */
    public HeartbeatReply hiveHeartbeat(HiveHeartbeat heartbeat) {
        return remote.post("/v1/hive-heartbeat", heartbeat, HeartbeatReply.class);
    }

    /** All workers. */
    public List<WorkerInfo> workers() {
        return remote.list("/v1/workers/list", WorkerInfo.class);
    }

    /** One worker. */
    public WorkerInfo worker(String id) {
        return remote.get(workerPath(id), WorkerInfo.class);
    }

    /** Spawns a worker: a job. */
    public JobAccepted spawn(SpawnWorker request) {
        return remote.post("/v1/workers/spawn", request, JobAccepted.class);
    }

    /** A worker makes itself known; a new epoch begins. */
    public RegisteredWorker registerWorker(RegisterWorker request) {
        return remote.post("/v1/workers/ready", request, RegisteredWorker.class);
    }

    /** A worker is alive. */
    public HeartbeatReply workerHeartbeat(WorkerHeartbeat heartbeat) {
        return remote.post("/v1/worker-heartbeat", heartbeat, HeartbeatReply.class);
    }

    /** Sets a worker's state by hand (seed 000). */
    public void updateWorker(String id, WorkerState state) {
        remote.post("/v1/workers/update", new UpdateWorker(id, state));
    }

    /** Takes no new work; stops when it is idle. */
    public void drainWorker(String id) {
        remote.post(workerPath(id) + "/drain", null);
    }

    /** Stops and forgets a worker; with a reason it is only forgotten, as by a hive that saw its process end. */
    public void removeWorker(String id, @Nullable String reason) {
        remote.delete(workerPath(id) + (reason == null ? "" : "?reason=" + Remote.segment(reason)));
    }

    /** How its hive started it and how it goes there. */
    public WorkerProcess workerProcess(String id) {
        return remote.get(workerPath(id) + "/process", WorkerProcess.class);
    }

    /** Why it was started where it is. */
    public WorkerPlacement workerPlacement(String id) {
        return remote.get(workerPath(id) + "/placement", WorkerPlacement.class);
    }

    /** Path of a worker's log as events, for {@link EventStream}. */
    public static String workerLogsPath(String id) {
        return workerPath(id) + "/logs";
    }

    /** Path of a hive's log as events, for {@link EventStream}. */
    public static String hiveLogsPath(String id) {
        return "/v1/hives/" + Remote.segment(id) + "/logs";
    }

    private static String workerPath(String id) {
        return "/v1/workers/" + Remote.segment(id);
    }

    /** OpenAI's list of models. */
    public JsonNode models() {
        return remote.get("/v1/models", JsonNode.class);
    }

    /** Which hive has which file. */
    public List<ModelEntry> catalog() {
        return remote.list("/v1/models/catalog", ModelEntry.class);
    }

    /** Deletes a model file, on that hive or on all. */
    public void deleteModel(String id, @Nullable String hive) {
        remote.delete("/v1/models/" + Remote.segment(id) + (hive == null ? "" : "?hive=" + Remote.segment(hive)));
    }

    /** A job as it is now. */
    public JobInfo job(String id) {
        return remote.get("/v1/jobs/" + Remote.segment(id), JobInfo.class);
    }

    /** Cancels a job. */
    public void cancelJob(String id) {
        remote.delete("/v1/jobs/" + Remote.segment(id));
    }

    /** Which worker a request would go to, and why. */
    public JsonNode explain(Object request) {
        return remote.post("/v1/route/explain", request, JsonNode.class);
    }

    /** The last requests. */
    public JsonNode requests() {
        return remote.get("/v1/requests", JsonNode.class);
    }

    /** What was done by whom. */
    public JsonNode audit() {
        return remote.get("/v1/audit", JsonNode.class);
    }

    /** Requests, newest first; {@code asked} are the query's parameters as docs/api.md names them. */
    public RequestPage requests(Map<String, String> asked) {
        return remote.get("/v1/requests" + query(asked), RequestPage.class);
    }

    /** Stops a request that has not ended. Throws {@code request_not_found} where it has. */
    public void stopRequest(String id) {
        remote.delete("/v1/requests/" + Remote.segment(id));
    }

    /** What requests can be filtered by. */
    public Facets requestFacets() {
        return remote.get("/v1/requests/facets", Facets.class);
    }

    /** What was done by whom, newest first; {@code asked} are the query's parameters as docs/api.md names them. */
    public AuditPage audit(Map<String, String> asked) {
        return remote.get("/v1/audit" + query(asked), AuditPage.class);
    }

    /** What the audit trail can be filtered by. */
    public Facets auditFacets() {
        return remote.get("/v1/audit/facets", Facets.class);
    }

    /** Figures of the last minutes. */
    public StatsHistory history(int minutes) {
        return remote.get("/v1/stats/history?minutes=" + minutes, StatsHistory.class);
    }

    private static String query(Map<String, String> asked) {
        return asked.isEmpty()
                ? ""
                : asked.entrySet().stream()
                        .map(each -> each.getKey() + "=" + Remote.segment(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** Prometheus text. */
    public String metrics() {
        return remote.text("/metrics");
    }

    /** Drains and ends it. */
    public void shutdown() {
        remote.post("/v1/shutdown", null);
    }
}
