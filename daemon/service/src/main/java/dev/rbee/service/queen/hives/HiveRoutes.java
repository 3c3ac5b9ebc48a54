package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.jobs.JobWork;
import dev.rbee.service.queen.access.AuditTrail;

/** {@code /v1/hives/...} and {@code /v1/hive-heartbeat}: the administrator's, whose token the hives hold. */
public final class HiveRoutes {
    private final HiveRegistry hives;
    private final HiveActions actions;
    private final HiveKeeping keeping;
    private final HiveLogs logs;
    private final JobStore jobs;
    private final AuditTrail audit;

    /** Over those parts. */
    public HiveRoutes(
            HiveRegistry hives,
            HiveActions actions,
            HiveKeeping keeping,
            HiveLogs logs,
            JobStore jobs,
            AuditTrail audit) {
        this.hives = hives;
        this.actions = actions;
        this.keeping = keeping;
        this.logs = logs;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.post("/v1/hives/register", this::register);
        routes.post("/v1/hive-heartbeat", this::beat);
        routes.get("/v1/hives/list", x -> {
            x.caller().requireAdmin();
            x.json(200, hives.list());
        });
        routes.get("/v1/hives/{id}", x -> {
            x.caller().requireAdmin();
            x.json(200, hives.get(x.path("id")));
        });
        routes.post("/v1/hives/{id}/start", x -> action(x, "start", job -> actions.start(x.path("id"), job)));
        routes.post("/v1/hives/{id}/stop", x -> action(x, "stop", job -> actions.stop(x.path("id"), job)));
        routes.post("/v1/hives/{id}/drain", x -> action(x, "drain", job -> actions.drain(x.path("id"), job)));
        routes.post("/v1/hives/{id}/resume", x -> action(x, "resume", _ -> actions.resume(x.path("id"))));
        routes.post("/v1/hives/{id}/restart", x -> action(x, "restart", job -> actions.restart(x.path("id"), job)));
        routes.post("/v1/hives/{id}/upgrade", x -> action(x, "upgrade", job -> actions.upgrade(x.path("id"), job)));
        routes.get("/v1/hives/{id}/logs", x -> {
            x.caller().requireAdmin();
            HiveInfo hive = hives.get(x.path("id"));
            logs.follow(hive.id(), x);
        });
    }

    private void register(Exchange x) {
        x.caller().requireAdmin();
        RegisteredHive answer = hives.register(x.body(RegisterHive.class));
        keeping.save(answer.hiveId());
        x.json(200, answer);
    }

    private void beat(Exchange x) {
        x.caller().requireAdmin();
        HiveHeart heart = x.body(HiveHeartbeat.class).hive();
        if (heart == null) {
            throw new ProblemException(Problem.missing("hive"));
        }
        x.json(200, hives.beat(heart));
    }

    private void action(Exchange x, String verb, JobWork work) {
        x.caller().requireAdmin();
        HiveInfo hive = hives.get(x.path("id"));
        JobInfo job = audit.of(
                x.caller(), "hive." + verb, hive.id(), () -> jobs.create("hive." + verb, verb + " " + hive.id(), work));
        x.json(202, JobAccepted.of(job.jobId()));
    }
}
