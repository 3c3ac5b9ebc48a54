package dev.rbee.service.queen.engines;

import dev.rbee.client.EnginesClient;
import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import java.util.Map;

/** {@code /v1/hives/{id}/engines...}: the engines of a hive, through its queen; the administrator's. */
public final class EngineRelay {
    private final HiveRegistry hives;
    private final HiveDoor door;
    private final JobStore jobs;
    private final AuditTrail audit;

    /** Of those hives. */
    public EngineRelay(HiveRegistry hives, HiveDoor door, JobStore jobs, AuditTrail audit) {
        this.hives = hives;
        this.door = door;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get("/v1/hives/{id}/engines", x -> {
            x.caller().requireAdmin();
            x.json(200, engines(client(x)).list());
        });
        routes.post("/v1/hives/{id}/engines/install", this::install);
        routes.post("/v1/hives/{id}/engines/{version}/use", this::use);
        routes.delete("/v1/hives/{id}/engines/{version}", this::remove);
    }

    private void install(Exchange x) {
        x.caller().requireAdmin();
        InstallEngine what = x.body(InstallEngine.class);
        HiveInfo hive = hives.get(x.path("id"));
        JobInfo job = audit.of(x.caller(), "engine.install", hive.id(), () -> {
            // Begun before the answer, so that what is wrong with the request is said at once.
            HiveClient client = door.of(hive);
            String there = engines(client).install(what).jobId();
            return jobs.create("engine", "install llama-server on " + hive.id(), context -> {
                EngineInfo installed = new RelayedJob(client.remote(), there).await(context, EngineInfo.class);
                refresh(hive.id(), client);
                return installed;
            });
        });
        x.json(202, JobAccepted.of(job.jobId()));
    }

    private void use(Exchange x) {
        x.caller().requireAdmin();
        HiveClient client = client(x);
        String version = x.path("version");
        audit.of(x.caller(), "engine.use", x.path("id"), () -> {
            engines(client).use(version);
            refresh(x.path("id"), client);
            return version;
        });
        x.json(200, Map.of("hive", x.path("id"), "version", version));
    }

    private void remove(Exchange x) {
        x.caller().requireAdmin();
        HiveClient client = client(x);
        String version = x.path("version");
        audit.of(x.caller(), "engine.remove", x.path("id"), () -> {
            engines(client).remove(version);
            refresh(x.path("id"), client);
            return version;
        });
        x.noContent();
    }

    private HiveClient client(Exchange x) {
        return door.of(hives.get(x.path("id")));
    }

    private static EnginesClient engines(HiveClient client) {
        return EnginesClient.atHive(client.remote());
    }

    /** What it can run has changed: placement should know at once. */
    private void refresh(String hive, HiveClient client) {
        hives.capabilities(hive, client.capabilities());
    }
}
