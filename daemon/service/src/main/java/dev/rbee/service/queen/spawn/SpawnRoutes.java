package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.inference.Attached;
import dev.rbee.service.queen.workers.WorkerLists;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/workers/spawn}, {@code GET /v1/workers/{id}/logs}, {@code /process} and {@code /placement}. */
public final class SpawnRoutes {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Spawns spawns;
    private final WorkerLists workers;
    private final Supplier<List<HiveInfo>> hives;
    private final HiveCalls calls;
    private final Function<String, Optional<WorkerPlacement>> placements;

    /** {@code hives} must not block; {@code placements} are the known ones, by the worker's id. */
    public SpawnRoutes(
            Spawns spawns,
            WorkerLists workers,
            Supplier<List<HiveInfo>> hives,
            HiveCalls calls,
            Function<String, Optional<WorkerPlacement>> placements) {
        this.spawns = spawns;
        this.workers = workers;
        this.hives = hives;
        this.calls = calls;
        this.placements = placements;
    }

    /** Adds them. */
    public void routes(Routes routes) {
        routes.post("/v1/workers/spawn", this::spawn)
                .get("/v1/workers/{id}/logs", this::logs)
                .get("/v1/workers/{id}/process", this::process)
                .get("/v1/workers/{id}/placement", this::placement);
    }

    private void spawn(Exchange x) {
        x.caller().requireAdmin();
        x.json(202, JobAccepted.of(spawns.spawn(x.body(SpawnWorker.class)).jobId()));
    }

    private void logs(Exchange x) throws IOException {
        x.caller().requireAdmin();
        String id = x.path("id");
        if (workers.get(id)
                .map(WorkerInfo::implementation)
                .filter(Attached.NAME::equals)
                .isPresent()) {
            throw ProblemException.of(
                    ProblemCode.WORKER_ATTACHED,
                    "Worker \"" + id + "\" is an attached server; its log is kept where it runs.",
                    "Look there: GET /v1/endpoints says at which address.");
        }
        @Nullable String node = workers.get(id).map(WorkerInfo::nodeName).orElse(null);
        List<HiveInfo> asked = hives.get().stream()
                .filter(HiveInfo::online)
                .sorted(Comparator.comparingInt((HiveInfo hive) -> Objects.equals(hive.id(), node) ? 0 : 1))
                .toList();
        for (HiveInfo hive : asked) {
            Call call = call(x, calls.to(hive), id);
            try (Response response = call.execute()) {
                if (response.isSuccessful()) {
                    x.onDisconnect(call::cancel);
                    relay(x, response);
                    return;
                }
            } catch (ClientGone e) {
                throw e;
            } catch (IOException e) {
                if (x.answered()) {
                    return; // the hive is gone; the reader resumes by its last id
                }
            }
        }
        throw ProblemException.of(
                ProblemCode.WORKER_NOT_FOUND,
                "No hive that is online has a log of worker \"" + id + "\".",
                "GET /v1/workers/list names the workers.");
    }

    /** Why it was started where it is. */
    private void placement(Exchange x) {
        x.caller().requireAdmin();
        String id = x.path("id");
        WorkerInfo worker = workers.get(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.WORKER_NOT_FOUND,
                        "There is no worker \"" + id + "\".",
                        "GET /v1/workers/list names the workers."));
        x.json(200, placements.apply(id).orElseGet(() -> unplaced(worker)));
    }

    private static WorkerPlacement unplaced(WorkerInfo worker) {
        boolean attached = Attached.NAME.equals(worker.implementation());
        String reason = attached
                ? "It is a server of others, attached where it runs."
                : "It was running without this queen and joined her.";
        return new WorkerPlacement(
                worker.id(), null, attached ? "attached" : "itself", worker.nodeName(), reason, null, null, List.of());
    }

    /** How its hive started it and how it goes there; the hive is asked now. */
    private void process(Exchange x) {
        x.caller().requireAdmin();
        String id = x.path("id");
        String node = workers.get(id).map(WorkerInfo::nodeName).orElse(null);
        HiveInfo home = hives.get().stream()
                .filter(hive -> hive.id().equals(node))
                .findFirst()
                .orElse(null);
        WorkerProcess found = home == null || !home.online()
                ? null
                : calls.to(home).workers().stream()
                        .filter(process -> process.workerId().equals(id))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            throw ProblemException.of(
                    ProblemCode.WORKER_NOT_FOUND,
                    "No hive that is online runs a process of worker \"" + id + "\".",
                    "GET /v1/workers/list names the workers and where they are.");
        }
        x.json(200, found);
    }

    private static Call call(Exchange x, HiveClient hive, String id) {
        String query = "?follow=" + x.query("follow").filter("false"::equals).orElse("true")
                + x.query("tail")
                        .filter(n -> n.matches("\\d{1,9}"))
                        .map(n -> "&tail=" + n)
                        .orElse("");
        Request.Builder request = hive.remote().request(HiveClient.logsPath(id) + query);
        x.header("Last-Event-ID")
                .filter(n -> n.matches("\\d{1,18}"))
                .ifPresent(n -> request.header("Last-Event-ID", n));
        return hive.remote().http().stream(request.build(), SILENCE);
    }

    private static void relay(Exchange x, Response response) throws IOException {
        LogRelay.run(response.body().source(), x.sse().endless());
    }
}
